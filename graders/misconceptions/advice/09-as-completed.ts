// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "not-called": "Call the generator function: what it returns is the iterator.",
  "forgotten-await": "Wait for the promise that has settled, and yield its value.",
  "sequential-await": "Attach a handler to every promise in the call itself, and hand out what arrives.",
};
