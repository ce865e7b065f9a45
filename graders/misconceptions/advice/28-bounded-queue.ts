// What to do in 28, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "shared-state":
    "Keep all that a queue knows in fields of the object: `#items = []` in the class, not beside it.",
  "generic-error":
    'Reject with an error whose `name` is `QueueClosedError`: `class QueueClosedError extends Error { name = "QueueClosedError" }`.',
  "swallowed-error": "Reject those who wait with a QueueClosedError: `undefined` may as well be an item.",
  "falsy-is-nothing":
    "An item may be `undefined`, `null` or `0`. Ask whether there is one by the length of the list, not by what comes out of it.",
  "busy-wait":
    "Nobody looks again and again: who has to wait leaves its `resolve` in a list, and who brings what it waits for calls it.",
};
