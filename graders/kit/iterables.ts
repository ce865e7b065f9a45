// Ways to hand over a list to who takes any iterable: for 08, 09 and 27.

import { isNode } from "../trace/plain.ts";
import { notesOf, outcomeOf, type Trace, thrownAt } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { that } from "./expectations.ts";
import type { Finding, Mistakes } from "./grader.ts";
import { isErrorNamed, partsOf } from "./mistakes/values.ts";

const READ = "iterable read";
const OWN = "an iterable of its own kind";
const MADE = {
  /** No more than an iterable must have, and how often it is read is noted. */
  [OWN]: <T>(world: World, items: T[]): Iterable<T> => {
    const read = world.sink(READ);
    return {
      [Symbol.iterator]() {
        read(undefined);
        return items.values();
      },
    };
  },
  "a generator": <T>(_: World, items: T[]): Iterable<T> => items.values().map((item) => item),
  "a Set": <T>(_: World, items: T[]): Iterable<T> => new Set(items),
};
/** The list itself, which its owner empties 50 ms later. */
export const EMPTIED = "an array that is emptied 50 ms later" as const;
export type Way = keyof typeof MADE | typeof EMPTIED;
/** All but arrays. */
export const WAYS = Object.keys(MADE) as Way[];

/** The items, handed over in this way; without, the array itself. */
export function handedOver<T>(world: World, items: T[], way?: Way): Iterable<T> {
  if (way === EMPTIED) world.at(world.now + 50, () => items.splice(0));
  return way && way !== EMPTIED ? MADE[way](world, items) : items;
}

export function readOnce(trace: Trace): Finding {
  const times = notesOf(trace, READ).length;
  return that(times < 2, "the iterable was read more than once.", { otherwise: "iterable-read-twice" });
}

/** Whether it came to an empty list, or tripped, and nobody had taken an item, each of which is noted under this name. */
export function untouched(trace: Trace, taken: string): boolean {
  const { state, value = null } = outcomeOf(trace);
  const isList = isNode(value) && value.t === "array" && partsOf(value).length === 0;
  const nothing = state === "fulfilled" ? isList : isErrorNamed(value, "TypeError");
  return nothing && notesOf(trace, taken).length === 0;
}

/** Where it was handed over in such a way, the first of `WAYS` first. `label`: the outcome's; `main` if not given. */
export function iterableMistakes(wayOf: (trace: Trace) => Way | undefined, label?: string): Mistakes {
  return {
    "array-assumed": (trace) => {
      const { value } = outcomeOf(trace, label);
      const way = wayOf(trace);
      const unread = way === OWN && notesOf(trace, READ).length === 0;
      return unread || (way !== undefined && isErrorNamed(value, "TypeError") && thrownAt(value).length > 0);
    },
  };
}
