// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "service-unused": "`addUp` is what does the work: call it with each chunk, and add up what it returns.",
  "sync-throw-escapes": "Mark the function `async`: then what it throws is a rejection.",
};
