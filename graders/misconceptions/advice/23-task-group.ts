// What to do in 23, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "floating-rejection":
    "A task's promise may be left alone: put an empty `catch` beside it before you hand it out. The one that rejects for a refused task needs it, too.",
  "leaves-before-tasks-end":
    "Wait for body and tasks in every case, after a failure and after an abort as well, and only then look how it ended.",
  "first-error-only": "Reject with an `AggregateError` of all failures, also if there is only one.",
  "generic-error":
    "After failures it is an `AggregateError` with them as its `errors`; after an abort, and for a task that is refused, the signal's very reason.",
  "wrapped-error": "Put the failures into `errors` as they came.",
  "swallowed-error": "Keep every failure, and reject when all have ended.",
  "falsy-is-nothing":
    "Failures, reasons and values may be `undefined` or `0`. Count the failures in the list, and ask `signal.aborted`.",
  "input-order": "Push each failure into the list when it happens, not when you come to its task.",
  "aborts-after-success":
    "Abort at a failure, or when the signal from outside does, and never in a `finally`.",
  "abort-answer-wins":
    "Once the signal from outside has aborted, reject with its reason, whatever the tasks ended with.",
  "swallowed-cancellation":
    "Remember that it was aborted from outside, and reject with that reason when all have ended, even if all went well.",
  "abort-by-error": "Compare the error with `signal.reason` itself, and only once `signal.aborted`.",
  "ignores-already-aborted": "Look at `options.signal.aborted` before you listen.",
  "listener-leak": "Remove the listener from `options.signal` in a `finally`, whatever the group comes to.",
  "signal-not-passed": "Call each task with the group's signal.",
  "missing-return": "`createTask` returns a promise that settles as the task does.",
  "late-start": "Call the task in `createTask`, before it returns.",
  "sequential-await": "Call the task in `createTask`, and do not wait for the one before.",
};
