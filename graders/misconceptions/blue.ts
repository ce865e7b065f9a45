// Mistakes of the blue belt, 21–25: inside the loop, and structure.
import type { Misconception } from "./misconception.ts";

export const blue: Record<string, Misconception> = {
  "siblings-keep-running": {
    title: "One has failed, and the others work on",
    explanation:
      "A task or the body had failed, and nobody told the others: their signals were not aborted in that millisecond. They work on for a result that can no longer come. At the first failure abort the group's signal.",
    course: "P11: TaskGroup",
  },
  "snapshot-join": {
    title: "Waits for the tasks of one moment only",
    explanation:
      "A task that was started later was still at work when your promise settled. A list of tasks, handed to `Promise.all` or `allSettled`, holds those of that moment; what is added afterwards is not waited for. Count who is at work, or look at the list again until nobody new has come.",
    course: "P11: TaskGroup",
  },
  "only-the-body-can-fail": {
    title: "Failures of tasks that count for nothing",
    explanation:
      "A task failed, and since the body did not wait for just that one, nothing came of it. Whoever starts a task in a group need not look after it: that is what the group is for. Watch every task from its start on.",
    course: "P11: TaskGroup",
  },
  "watches-in-turn": {
    title: "Looks at the tasks one after the other",
    explanation:
      "The failure was noticed only when others had ended, since your code waits for one after the other and the failed one was not yet due. Until then nobody was told to stop. Attach a handler to each promise as soon as it exists.",
    course: "P11: TaskGroup",
  },
  "drops-errors-after-abort": {
    title: "Failures after the first one are dropped",
    explanation:
      "After the first failure others failed with errors of their own, and the caller never hears of these. A clean-up that goes wrong is a failure like any other. Leave out only what ends with the abort's own reason.",
    course: "P11: TaskGroup",
  },
  "cancellation-counted-as-failure": {
    title: "Who was told to stop counts as failed",
    explanation:
      "Among the failures stands the reason of the abort: a task that was told to stop, and did. That is no failure, as Python's `CancelledError` is none in an `ExceptionGroup`. Leave out errors that are `signal.reason` itself, once the signal has aborted.",
    course: "P11: TaskGroup",
  },
  "open-after-failure": {
    title: "New tasks in a group that is to stop",
    explanation:
      "The group had been aborted, and a new task was started all the same. It does work that nobody wants, and keeps the others waiting for its end. Ask `signal.aborted` first, and reject with the reason instead.",
    course: "P11: TaskGroup",
  },
  "open-after-end": {
    title: "New tasks in a group that is over",
    explanation:
      "The group had settled, and a task was started in it all the same. Nobody waits for that one, and nobody hears of its failure. Remember the end, and throw from then on.",
    course: "P11: TaskGroup",
  },
  "closed-too-early": {
    title: "A group that closes with its body",
    explanation:
      "The body had ended, and a task that was still at work could start no other one. The group lasts as long as anyone in it, and so long it is open. Close it when the last of body and tasks has ended.",
    course: "P11: TaskGroup",
  },
  "outer-signal-ignored": {
    title: "A signal from outside that changes nothing",
    explanation:
      "The caller's signal aborted, and the group went on as if nothing had happened. A group is itself a task of somebody's, and must stop when that does. Listen to the signal, hand its reason on to the group's own, and reject with it at the end.",
    course: "P11: TaskGroup",
  },
  "reason-not-handed-on": {
    title: "An abort whose reason gets lost on the way",
    explanation:
      "The signal from outside aborted for a reason, and the signal that you handed on has another. Whoever compares an error with `signal.reason` to tell an abort from a failure compares with the wrong one. Hand the reason on: `controller.abort(outer.reason)`.",
    course: "P11: cancellation",
  },
  "late-abort-wins": {
    title: "An abort that came after the failure decides",
    explanation:
      "A failure had ended the group, and while it was still waiting for the rest the signal from outside aborted as well. You rejected with the reason of that, and the failure is lost. What comes first decides: remember then what it was, and do not look at the signal at the end.",
    course: "P11: TaskGroup",
  },
  "counted-twice": {
    title: "One failure told twice",
    explanation:
      "A task's error stands in `errors` twice: once for the task, and once for the body, which had waited for it and passed it on. It is one failure. When the body rejects, look whether its error is known already.",
    course: "P11: TaskGroup",
  },
  "errors-flattened": {
    title: "Failures taken out of their group",
    explanation:
      "A group within had failed with an `AggregateError` of its own, and you put its errors among those of the outer group. For the outer one it is a single task with a single error. Keep each failure as it came.",
    course: "P11: TaskGroup",
  },
};
