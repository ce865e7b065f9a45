// What to do in 29, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  barging:
    "Put every call into the line first, also one that could start at once, and start from the front of the line only.",
  "wakes-everyone":
    "When a window ends, start one after another from the front, and ask before each whether the window has room. Set the timer again for the rest.",
  "last-in-first-out": "Push to the end of the line, and `shift()` from its front.",
  "timer-leak":
    "Set a timer only while somebody waits, for the moment at which the first of them may start. A start needs none: compare its time with now when you need to know.",
  "sequential-await": "Call the task and hand its promise to the caller; do not await it in the line.",
  "shared-state": "Keep the starts and the line in variables inside `createRateLimiter`.",
  "late-start":
    "Start at once who may. For the first who waits set a timer of just the time that is missing.",
  unbounded:
    "Before you call a task, ask how many have started in the last `perMs`, and count those up to now.",
  "busy-wait": "It is known when the next may start: set one timer, for that.",
};
