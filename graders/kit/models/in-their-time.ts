// Acts of several clients, each in its own event, so that every order of them can be played; or in the turn of another's end.
// Serves 26 (clients.ts) and 28 (queue-calls.ts).
import type { World } from "../../world/world.ts";
import { inTheTurnOf } from "./line.ts";

/** When somebody acts. */
export interface Timed {
  /** Virtual ms after the one before; 0 if not given. */
  after?: number;
  /** In the very turn of the one before, right after it. */
  beside?: boolean;
  /** In the very turn in which that one's act settles (its number, from 0), and not in its own time. */
  follows?: number;
  /** So many microtasks later than in that promise's own handler; 0 if not given. */
  lag?: number;
  /** Somebody else says when. */
  inTurnOf?: number;
}

/** Has each act in its time. `act` gets its number, from 0, and gives what settles when it has ended. */
export function inTheirTime(world: World, all: readonly Timed[], act: (index: number) => unknown): void {
  const begin = (index: number) => {
    const own = act(index);
    for (const [place, { follows, lag }] of all.entries())
      if (follows === index) void inTheTurnOf(own, () => begin(place), lag);
    if (all[index + 1]?.beside) begin(index + 1);
  };
  let at = world.now;
  for (const [index, { after = 0, beside, follows, inTurnOf }] of all.entries()) {
    at += after;
    if (beside || follows !== undefined || inTurnOf !== undefined) continue;
    if (at === world.now) begin(index);
    else world.at(at, () => begin(index));
  }
}
