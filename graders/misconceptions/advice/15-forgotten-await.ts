// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "forgotten-await":
    "Put `await` before `save(user)`, and before each call of your own that returns a promise.",
  "for-each-async":
    "Save one after the other: `for (const user of users) await save(user)`. Such a loop belongs to the function around it, and so that waits.",
  unbounded: "Save one after the other: `for … of`, with `await save(user)` inside.",
  "wrong-format":
    "Compare the lines character by character (`saved 3`, `failed: disk full`: a template string stands in backquotes), and resolve to the number itself.",
  "late-start":
    "Save the first user at once, and each next one as soon as the one before is saved: with no timer between.",
};
