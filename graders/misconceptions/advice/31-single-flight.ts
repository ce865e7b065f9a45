// What to do in 31, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "falsy-is-nothing":
    'Ask whether there is an entry, not whether there is a value: `undefined`, `null`, `0`, `""` and `false` are values. An entry that holds the promise is never falsy.',
  "floating-rejection":
    "`promise.finally(…)`, or a `then` with one callback, gives a promise that rejects as well, and nobody handles it. Give `then` both callbacks.",
  "lost-rejection": "Return the load's own promise to everybody: then each of them hears of a failure.",
  "shared-state": "Make the map inside `singleFlight`.",
  "late-start": "Call `load` in the very call that finds nothing.",
  "generic-error": "Let the load's error come out as it is: the very same object.",
};
