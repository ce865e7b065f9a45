// Callers, each in an event of its own, in the turn of another's answer, or in the middle of another's work. Serves 29 and 31.
import type { World } from "../../world/world.ts";
import { inTheirTime, inTheTurnOf } from "./in-their-time.ts";
import type { Visit } from "./line.ts";

/** A visit whose call is watched as `Call 1` and so on. It comes so long `after` the one before (virtual ms), if nothing else is said. */
export interface Caller extends Visit {
  /** It calls in the middle of the beginning of that work (its number, from 0). */
  inside?: number;
  /** It calls in the turn in which that work (its number, from 0) ends, before whoever was given the work's promise hears of it. */
  lands?: number;
}

/** To be told when a work begins, and what comes of it: see `inside` and `lands`. */
export interface Works {
  begins(number: number): void;
  ends(number: number, own: Promise<unknown>): void;
}

export const labelOf = (index: number) => `Call ${index + 1}`;

/**
 * Has each call in its time. `ask` makes it, and the works that it knows of tell of themselves. `follows` and `lands` call so many
 * microtasks later (`lag`). Resolves when all have settled; never, if one is not made.
 */
export async function calling(
  world: World,
  callers: readonly Caller[],
  ask: (index: number, works: Works) => unknown,
): Promise<void> {
  const settled = callers.map(() => Promise.withResolvers<unknown>());
  const timed = callers.map(({ inside, lands, ...own }) => {
    const inTurnOf = inside ?? lands;
    return { ...own, ...(inTurnOf !== undefined && { inTurnOf }) };
  });
  const those = (key: "inside" | "lands", number: number) =>
    [...callers.keys()].filter((index) => callers[index]![key] === number);
  inTheirTime(world, timed, (index, { settles, begin }) => {
    const works: Works = {
      begins(number) {
        for (const next of those("inside", number)) begin(next);
      },
      ends(number, own) {
        for (const next of those("lands", number))
          void inTheTurnOf(own, () => begin(next), callers[next]!.lag);
      },
    };
    const made = world.watch(labelOf(index), () => {
      const own = ask(index, works);
      settles(own);
      return own;
    });
    settled[index]!.resolve(made);
  });
  await Promise.all(settled.map(({ promise }) => promise));
}
