// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "busy-wait": "Set one timer for each wait, `intervalMs` long, and wait for that.",
  "late-start": "Check at once: the first wait comes after the first check.",
  "repeated-call": "Check, and if the answer is no, wait before you check again.",
  "microtask-is-no-yield": "Only a timer lets time pass: wait for one of `intervalMs`.",
};
