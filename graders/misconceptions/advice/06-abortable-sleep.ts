// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "busy-wait": "Set one timer for the whole time, and listen for the signal's `abort` event.",
  "lost-reason":
    "Read `signal.reason` when the abort comes, in the listener: before that there is none. `reject(signal.reason)`.",
  "generic-error": "Reject with the signal's own reason: `reject(signal.reason)`.",
};
