// What to do in 22, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "floating-rejection":
    "Nobody waits for a task, so `spawn` itself must catch: `await` the task in a `try`, in a method that cannot reject.",
  "sync-throw-escapes":
    "Call the task inside an `async` method, in a `try`: there a throw is caught like a rejection.",
  "falsy-is-nothing":
    "Whatever arrives in the `catch` is a failure: hand it to `onError` without looking at it.",
  "wrapped-error": "Hand `onError` the very error that you caught.",
  "abort-by-error": "There is no signal here, and no cancellation: every error is told.",
  "sequential-await": "Call the task in `spawn`, at once, and do not wait for the one before.",
  "late-start": "Call the task in `spawn`, before it returns.",
  "leaves-before-tasks-end": "Count the tasks, and resolve when the count is back at 0.",
  "busy-wait": "Keep the resolve functions of those who wait, and call them when the last task ends.",
  "twins-merged": "Count the tasks, or keep a promise for each: the same function may be spawned twice.",
};
