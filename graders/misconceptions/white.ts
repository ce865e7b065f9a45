// Mistakes of the white belt, 01–05: awaiting.
import type { Misconception } from "./misconception.ts";

export const white: Record<string, Misconception> = {
  "hard-coded": {
    title: "A result that fits one example only",
    explanation:
      "Your answer does not depend on what the operation delivered, or only on a part of it, so it is right for the example and wrong for anything else.",
    advice: "Build the result from all that the awaited call gives you, however much that is.",
    course: "P4: async and await",
  },
  "eager-start": {
    title: "Work that starts too early",
    explanation:
      "The work started before it should. JavaScript's async functions start as soon as they are called, where calling one of Python's only makes a coroutine object; and a getter runs when it is only looked at.",
    advice:
      "Keep the function and its arguments for later, and start it when `then` is called for the first time.",
    course: "P2: coroutines",
  },
  "runs-per-await": {
    title: "One run for each await",
    explanation:
      "The work ran again when its result was awaited again. Awaiting should only look at the outcome of the one run.",
    advice:
      "Keep the promise of the first run, also while it is under way and after a failure, and use it for every `then`.",
    course: "P2: coroutines",
  },
  "second-await-refused": {
    title: "A second await refused",
    explanation:
      "Whoever awaited it again got an error of your own. Python's coroutine objects refuse that; here everyone who awaits is to get the outcome of the one run.",
    advice: "Keep the promise of the run, and let every `then` use it, also when the run has ended.",
    course: "P2: coroutines",
  },
  "never-starts": {
    title: "Awaiting does not start it",
    explanation:
      "It was awaited, but the work behind it never began. `await`, `Promise.all` and `Promise.resolve` start a cold object by calling its `then` (which they skip on a real promise: they look inside).",
    advice: "Make `then` a method of an object of your own, and start the work there.",
    course: "P2: coroutines",
  },
  "reversed-order": {
    title: "The result the wrong way round",
    explanation: "All that belongs in your result is there, but from the last to the first.",
    advice: "Let each stand in its own place, whichever was asked for first or came first.",
    course: "P7: gather",
  },
  "work-goes-on": {
    title: "Time is up, but the work goes on",
    explanation:
      "You stopped waiting, but nobody told the operation to stop: its signal was not aborted. In Python, cancelling ends the task; in JavaScript work ends only if its AbortSignal says so.",
    advice: "Call `controller.abort()` at the instant when you give up.",
    course: "P7: asyncio.wait_for",
  },
  "resolves-on-timeout": {
    title: "A timeout that looks like a success",
    explanation: "When the time was up your promise resolved. The caller cannot tell that from a result.",
    advice: "Running out of time is a failure: reject with an error that says so.",
    course: "P7: asyncio.wait_for",
  },
  "signal-only": {
    title: "Trusting the operation to stop",
    explanation:
      "You aborted the signal and went on waiting for the operation to answer. It may ignore its signal, take its time, or even succeed.",
    advice: "Settle your own promise at the instant of the timeout, whatever the operation does.",
    course: "P7: asyncio.wait_for",
  },
  "timeout-after-await": {
    title: "A clock that starts too late",
    explanation:
      "The timeout began to run only after something else had been waited for, so it came too late or not at all.",
    advice: "Start the timer together with the operation, then wait for whichever comes first.",
    course: "P7: asyncio.wait_for",
  },
  "wrong-default": {
    title: "Another default than the task says",
    explanation:
      "When the argument is left out, your function uses another value than the one that the task names. A default stands in for `undefined` only, so that `0` still means 0.",
    advice: "Write the task's value into the signature, and use it as it is.",
    course: "P12: practice 2",
  },
  "logs-every-failure": {
    title: "Every failure taken for a cancellation",
    explanation:
      "Your code treats any error as if the task had been cancelled. An ordinary failure is not a cancellation, whatever its name.",
    advice: "What tells them apart is `signal.aborted`.",
    course: "P11: cancellation",
  },
  "missing-log": {
    title: "A cancellation that leaves no trace",
    explanation: "The task was cancelled, and nothing was logged.",
    advice: "Log the line before you reject with the reason, wherever in the task the abort came.",
    course: "P11: cancellation",
  },
  "logged-twice": {
    title: "One cancellation, logged more than once",
    explanation:
      "The line was logged in more than one place, for example in an abort listener and in a `catch`.",
    advice: "Choose one place that every abort passes.",
    course: "P11: cancellation",
  },
  "input-not-result": {
    title: "The argument in place of the result",
    explanation:
      "The second step used what your function was called with, where what the first step had found was wanted. They are often equal, but need not be.",
    advice: "Use the result of the first step.",
    course: "P11: cancellation",
  },
};
