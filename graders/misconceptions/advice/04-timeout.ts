// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "wrong-combinator":
    "Whoever is first decides, be it a success or a failure: `Promise.race([operation(signal), timeout])`.",
  "throw-in-callback":
    "Reject in the timer instead of throwing: `new Promise((_, reject) => setTimeout(() => reject(error), ms))`, and race the operation against that.",
  "aborts-after-success":
    "Abort when the time is up, and only then: not in a `finally`, which runs after every outcome, and not by a timer that you have not cleared.",
  "busy-wait": "Set a single timer for the whole time: `setTimeout(…, ms)`.",
  "wrong-default": "Write it into the signature, in milliseconds: `ms = 2000`.",
  "shared-state": "Make the controller and the timer inside the function: new ones for each call.",
  "generic-error":
    'When the time is up, reject with an error whose `name` is `"TimeoutError"`; else with the operation\'s own.',
};
