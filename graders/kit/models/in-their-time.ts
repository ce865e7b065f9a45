// Acts of several clients, each in an event of its own, so that every order of them can be played; in the turn of another's end; or in
// the middle of another's work. Serves line.ts (14, 16, 32), clients.ts (26), callers.ts (29, 31) and queue-calls.ts (28).
import type { World } from "../../world/world.ts";

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
  /** In the middle of that one's work (its number, from 0). */
  inside?: number;
  /** Somebody else says when. */
  inTurnOf?: number;
}

/** What an act tells of itself: who waits for that acts then. */
export interface Told {
  /** It will settle when this does. */
  settles: (promise: unknown) => void;
  /** It is in the middle of its work. */
  works: () => void;
  /** Has somebody act now (its number, from 0) for whom somebody else says when. */
  begin: (index: number) => void;
}

/** Has each act in its time. `act` gets its number, from 0. */
export function inTheirTime(
  world: World,
  all: readonly Timed[],
  act: (index: number, told: Told) => void,
): void {
  const begin = (index: number) => {
    act(index, {
      settles: (promise) => {
        for (const [place, { follows, lag }] of all.entries())
          if (follows === index) void inTheTurnOf(promise, () => begin(place), lag);
      },
      works: () => {
        for (const [place, { inside }] of all.entries()) if (inside === index) begin(place);
      },
      begin,
    });
    if (all[index + 1]?.beside) begin(index + 1);
  };
  // An act may hold up the loop: what comes with it comes right after it all the same.
  const start = world.now;
  let at = start;
  for (const [index, { after = 0, beside, ...others }] of all.entries()) {
    at += after;
    if (beside || [others.follows, others.inside, others.inTurnOf].some((other) => other !== undefined))
      continue;
    if (at === start) begin(index);
    else world.at(at, () => begin(index));
  }
}

/** Acts in the very turn in which the promise settles, either way: in a handler of its own, or so many microtasks later. */
export function inTheTurnOf(promise: unknown, act: () => unknown, lag = 0): Promise<unknown> {
  const handler = async () => {
    for (let step = 0; step < lag; step++) await null;
    return act();
  };
  return Promise.resolve(promise).then(handler, handler);
}
