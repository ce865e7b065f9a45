// Callers, each in an event of its own, in the turn of another's answer, or in the middle of another's work. Serves 29 and 31.
import type { World } from "../../world/world.ts";
import { inTheTurnOf, type Visit } from "./line.ts";

/** A visit whose call is watched as `Call 1` and so on. It comes so long `after` the one before (virtual ms), if nothing else is said. */
export interface Caller extends Visit {
  /** It calls in the very turn in which that call (its number, from 0) settles. */
  follows?: number;
  /** It calls when the work of that call (its number, from 0) begins, in the middle of it. */
  inside?: number;
}

export const labelOf = (index: number) => `Call ${index + 1}`;

/**
 * Has each call in its time. `ask` makes it, and is to call `begun` when that call's work has begun, if it does. Resolves when all
 * have settled; never, if one is not made.
 */
export async function calling(
  world: World,
  callers: readonly Caller[],
  ask: (index: number, begun: () => void) => unknown,
): Promise<void> {
  const settled = callers.map(() => Promise.withResolvers<unknown>());
  const begin = (index: number) => {
    const made = world.watch(labelOf(index), () => {
      const own = ask(index, () => {
        for (const [at, { inside }] of callers.entries()) if (inside === index) begin(at);
      });
      for (const [at, { follows, lag }] of callers.entries())
        if (follows === index) void inTheTurnOf(own, () => begin(at), lag);
      return own;
    });
    settled[index]!.resolve(made);
  };
  let at = world.now;
  for (const [index, { after = 0, follows, inside }] of callers.entries()) {
    at += after;
    if (follows !== undefined || inside !== undefined) continue;
    if (at === world.now) begin(index);
    else world.at(at, () => begin(index));
  }
  await Promise.all(settled.map(({ promise }) => promise));
}
