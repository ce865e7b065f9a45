// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "runs-on-loop": "Let a thread make the call: `toThread(() => handler(request))`.",
  unbounded:
    "Count how many threads are free. A request that finds none waits in a line, until a promise of `toThread` has settled.",
  "sequential-await": "Only who finds no thread free has to wait; all others are let in at once.",
  "wrong-count":
    "With `threads = 2` two are let in and the third waits: look at where your count begins, and at `>` or `>=`.",
  "lost-arguments": "Hand the request on: `handler(request)`.",
};
