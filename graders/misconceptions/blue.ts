// Mistakes of the blue belt, 21–25: inside the loop, and structure.
import type { Misconception } from "./misconception.ts";

export const blue: Record<string, Misconception> = {
  "awaits-in-spawn": {
    title: "A start that hands out a promise",
    explanation:
      "`spawn` gave back a promise, so whoever calls it has something to wait for, and to look after. An `async` method always does.",
    advice:
      "Let a method of its own wait for the task, and call that from `spawn` without returning what it gives.",
    course: "P11: background tasks",
  },
  "reported-twice": {
    title: "One failure told more than once",
    explanation:
      "`onError` got the same failure again. It happens if a failure is told and then thrown on to someone who tells it as well, or if each `drain` looks through the results.",
    advice: "Tell it in one place, where the task is waited for.",
    course: "P11: background tasks",
  },
  "reported-late": {
    title: "A failure told too late",
    explanation:
      "A task had failed, and `onError` heard of it only later, when others had ended or somebody had stopped waiting. Until then nobody could know.",
    advice: "Call it in the `catch` right after the task, before anything else counts as done.",
    course: "P11: background tasks",
  },
  "failed-stays-pending": {
    title: "What has failed still counts",
    explanation:
      "A task had failed, and `pending` still counted it, so nobody who waits for 0 ever gets there. The step that counts it out is skipped if the task throws.",
    advice: "Do it in a `finally`, or after a `catch`.",
    course: "P11: background tasks",
  },
  "ended-stays-pending": {
    title: "What has ended still counts",
    explanation: "A task had ended, and `pending` still counted it.",
    advice:
      "Count each task out when it ends, also one that returns no promise: `await` takes that just as well.",
    course: "P11: background tasks",
  },
  "drain-misses-late": {
    title: "Waits for the tasks of one moment only",
    explanation:
      "A task was spawned while somebody waited, and was still at work when that promise resolved. `Promise.all` waits for those that are in the list when it is called.",
    advice: "Look again when they have ended, until none is left; or count, and wait for 0.",
    course: "P11: background tasks",
  },
  "drain-rejects": {
    title: "Waiting that fails with a task",
    explanation:
      "A task failed, and so did the promise of `drain`. The failure has been told to `onError`; who waits only wants to know when all is over.",
    advice: "Wait for promises that cannot reject, or use `Promise.allSettled`.",
    course: "P11: background tasks",
  },
  "drain-ends-at-a-failure": {
    title: "Waiting that ends at the first failure",
    explanation:
      "A task failed, and who waited went on, though others were still at work. `Promise.all` gives up at the first rejection, and a `catch` around it hides that.",
    advice: "Wait for promises that cannot reject.",
    course: "P11: background tasks",
  },
  "drain-hangs-when-idle": {
    title: "Nothing to wait for, and it waits for ever",
    explanation:
      "No task was pending, and the promise of `drain` did not resolve. Code that resolves when a task ends never gets there if none is left to end.",
    advice: "Look first whether any is.",
    course: "P11: background tasks",
  },
  "one-drain-only": {
    title: "Good for one who waits, and one time",
    explanation:
      "Somebody else waited as well, or had waited before, and so this promise of `drain` resolved at the wrong time or never. One variable holds one resolve function, and a promise that has resolved stays so.",
    advice: "Keep a list of those who wait, and begin anew when they have been told.",
    course: "P11: background tasks",
  },
  "siblings-keep-running": {
    title: "One has failed, and the others work on",
    explanation:
      "A task or the body had failed, and nobody told the others: their signals were not aborted in that millisecond. They work on for a result that can no longer come.",
    advice: "At the first failure abort the group's signal.",
    course: "P11: TaskGroup",
  },
  "snapshot-join": {
    title: "Waits for the tasks of one moment only",
    explanation:
      "A task that was started later was still at work when your promise settled. A list of tasks, handed to `Promise.all` or `allSettled`, holds those of that moment; what is added afterwards is not waited for.",
    advice: "Count who is at work, or look at the list again until nobody new has come.",
    course: "P11: TaskGroup",
  },
  "only-the-body-can-fail": {
    title: "Failures of tasks that count for nothing",
    explanation:
      "A task failed, and since the body did not wait for just that one, nothing came of it. Whoever starts a task in a group need not look after it: that is what the group is for.",
    advice: "Watch every task from its start on.",
    course: "P11: TaskGroup",
  },
  "watches-in-turn": {
    title: "Looks at the tasks one after the other",
    explanation:
      "The failure was noticed only when others had ended, since your code waits for one after the other and the failed one was not yet due. Until then nobody was told to stop.",
    advice: "Attach a handler to each promise as soon as it exists.",
    course: "P11: TaskGroup",
  },
  "drops-errors-after-abort": {
    title: "Failures after the first one are dropped",
    explanation:
      "After the first failure others failed with errors of their own, and the caller never hears of these. A clean-up that goes wrong is a failure like any other.",
    advice: "Leave out only what ends with the abort's own reason.",
    course: "P11: TaskGroup",
  },
  "cancellation-counted-as-failure": {
    title: "Who was told to stop counts as failed",
    explanation:
      "Among the failures stands the reason of the abort: a task that was told to stop, and did. That is no failure, as Python's `CancelledError` is none in an `ExceptionGroup`.",
    advice: "Leave out errors that are `signal.reason` itself, once the signal has aborted.",
    course: "P11: TaskGroup",
  },
  "open-after-failure": {
    title: "New tasks in a group that is to stop",
    explanation:
      "The group had been aborted, and a new task was started all the same. It does work that nobody wants, and keeps the others waiting for its end.",
    advice: "Ask `signal.aborted` first, and reject with the reason instead.",
    course: "P11: TaskGroup",
  },
  "open-after-end": {
    title: "New tasks in a group that is over",
    explanation:
      "The group had settled, and a task was started in it all the same. Nobody waits for that one, and nobody hears of its failure.",
    advice: "Remember the end, and throw from then on.",
    course: "P11: TaskGroup",
  },
  "closed-too-early": {
    title: "A group that closes with its body",
    explanation:
      "The body had ended, and a task that was still at work could start no other one. The group lasts as long as anyone in it, and so long it is open.",
    advice: "Close it when the last of body and tasks has ended.",
    course: "P11: TaskGroup",
  },
  "outer-signal-ignored": {
    title: "An abort from outside that goes no further",
    explanation:
      "The caller's signal aborted, and the work inside was not told: its own signal did not abort in that millisecond. A group or a scope belongs to somebody's work itself, and must stop when that does.",
    advice:
      "Listen to the signal from outside and abort the inner one, or join the two with `AbortSignal.any`.",
    course: "P11: TaskGroup",
  },
  "reason-not-handed-on": {
    title: "An abort whose reason gets lost on the way",
    explanation:
      "The signal from outside aborted for a reason, and the signal that you handed on has another. Whoever compares an error with `signal.reason` to tell an abort from a failure compares with the wrong one.",
    advice: "Hand the reason on: `controller.abort(outer.reason)`.",
    course: "P11: cancellation",
  },
  "late-abort-wins": {
    title: "An abort that came later decides",
    explanation:
      "A failure or a deadline had come first, and while the work was still ending the signal from outside aborted as well. You rejected with the reason of that, and what had come first is lost.",
    advice:
      "What comes first decides: remember it then, or look at what the work ended with, and do not ask the outer signal at the end.",
    course: "P11: TaskGroup",
  },
  "counted-twice": {
    title: "One failure told twice",
    explanation:
      "A task's error stands in `errors` twice: once for the task, and once for the body, which had waited for it and passed it on. It is one failure.",
    advice: "When the body rejects, look whether its error is known already.",
    course: "P11: TaskGroup",
  },
  "errors-flattened": {
    title: "Failures taken out of their group",
    explanation:
      "A group within had failed with an `AggregateError` of its own, and you put its errors among those of the outer group. For the outer one it is a single task with a single error.",
    advice: "Keep each failure as it came.",
    course: "P11: TaskGroup",
  },
};
