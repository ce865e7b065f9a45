// What is behind a wrong answer, in a beginner's words: the one home of this wording, shared by all exercises.

/** `explanation`: what happened, why, and what to do. `course`: the part of the course that teaches it. */
export interface Misconception {
  title: string;
  explanation: string;
  course: string;
}

/** By id. An id means the same mistake in every exercise that names it. */
export const misconceptions: Record<string, Misconception> = {
  "forgotten-await": {
    title: "A promise used in place of its result",
    explanation:
      "Your code went on with the promise itself, before there was a result. An async function hands out its promise at once; the result comes later. Put `await` before the call (or work with the result inside `.then(…)`).",
    course: "P4: async and await",
  },
  "swallowed-error": {
    title: "A failure that the caller never hears of",
    explanation:
      "The operation failed, yet your promise resolved as if all were well. A `catch` that does not throw again turns a failure into a success. Leave out the `catch`, or end it with `throw error`.",
    course: "P4: async and await",
  },
  "missing-return": {
    title: "A result that is not returned",
    explanation:
      "Your function, or a callback in it, made the result but did not return it, so the caller got `undefined`. A body in braces returns nothing by itself. Write `return` before the value and before the promise that the caller is to wait for.",
    course: "P4: async and await",
  },
  "repeated-call": {
    title: "The same work asked for more than once",
    explanation:
      "The operation was called more often than it should be. Each call starts the work anew, even if you only wanted to look at its result again. Call it once, keep the promise in a variable, and await that.",
    course: "P4: async and await",
  },
  "hard-coded": {
    title: "A result that fits one example only",
    explanation:
      "Your answer does not depend on what the operation delivered, so it is right for the example and wrong for anything else. Build the result from the value that the awaited call gives you.",
    course: "P4: async and await",
  },
  "wrapped-error": {
    title: "A new error around the original one",
    explanation:
      "The caller got a new error, made from the original one, and can no longer recognise what happened. The failure should arrive as the very same object. Let it pass, or throw the error that you caught: `throw error`.",
    course: "P4: async and await",
  },
  "generic-error": {
    title: "Another error than the one asked for",
    explanation:
      "Your promise rejected with an error of your own making. The caller needs a particular one, to tell this failure from others. Reject with just the error that the task names.",
    course: "P7: asyncio.wait_for",
  },
  "lost-rejection": {
    title: "A rejection that never reaches the caller",
    explanation:
      "The work failed, but nothing carried the failure to those who wait, so they got no rejection. It often happens when `new Promise(…)` or a hand-made `then` passes on the success only. Pass on both: `.then(resolve, reject)`, or return the promise itself.",
    course: "P4: async and await",
  },
  "lost-reason": {
    title: "A rejection without its reason",
    explanation:
      "Your promise rejected, but with `undefined`: what went wrong was left behind. Whoever handles the failure needs to know its reason. Pass it on: `reject(error)`.",
    course: "P4: async and await",
  },
  "floating-rejection": {
    title: "A rejection that nobody handles",
    explanation:
      "A promise rejected while nobody was watching it; outside this dojo Node ends the whole program for that. It happens to a promise that was started and is awaited later or never. Attach a handler to every promise as soon as it exists: `await` it at once, or hand it to `Promise.all`.",
    course: "P7: gather",
  },
  "falsy-is-nothing": {
    title: "A falsy value taken for nothing",
    explanation:
      'Your code treats `0`, `""`, `null` or `undefined` as if nothing had come. They are values and reasons like any other: `if (value)` and `value || other` cannot tell them from a missing one. Remember separately whether something has arrived.',
    course: "P4: async and await",
  },
  "fixed-delay": {
    title: "Waiting for a time instead of a result",
    explanation:
      "Your code waits for a fixed time and hopes that the work is done by then. When the work is faster you lose time; when it is slower there is no result yet. Await the work's own promise: it settles when the work is done.",
    course: "P4: async and await",
  },
  "busy-wait": {
    title: "Asking again and again instead of waiting",
    explanation:
      "Your code keeps looking, timer after timer, whether something has happened. That costs work and is always a little late. Wait for the promise (or the event) that announces it.",
    course: "P3: the event loop",
  },
  "wrong-format": {
    title: "The right parts, put together differently",
    explanation:
      'You waited correctly, but the text or shape of the result is not the one that the task shows. An array inside a template string is joined by a bare comma, for example. Compare the two results character by character; `list.join(", ")` joins with comma and space.',
    course: "P4: async and await",
  },
  "shared-state": {
    title: "Calls that share what each should own",
    explanation:
      "Two calls got into each other's way, because something that belongs to one call is kept where all of them reach it: outside the function, or on an object that they share. While one call waits another can run and change it. Keep it in a variable inside the function.",
    course: "P6: tasks",
  },
  "lost-arguments": {
    title: "Arguments that got lost on the way",
    explanation:
      "The function was called without the arguments that it was meant to get, or with other ones. Whoever stands between caller and function must hand them on. Take them as `(...args)` and call `body(...args)`.",
    course: "P2: coroutines",
  },
  "eager-start": {
    title: "Work that starts too early",
    explanation:
      "The work started as soon as it was called. That is what JavaScript's async functions do, and what Python's do not: there, calling one only makes a coroutine object. Keep the function and its arguments for later, and start it when `then` is called for the first time.",
    course: "P2: coroutines",
  },
  "runs-per-await": {
    title: "One run for each await",
    explanation:
      "The work ran again when its result was awaited again. Awaiting should only look at the outcome of the one run. Keep the promise of the first run, also while it is under way and after a failure, and use it for every `then`.",
    course: "P2: coroutines",
  },
  "sync-throw-escapes": {
    title: "A throw where a rejection was due",
    explanation:
      "A function threw at once, and the error flew past the promise to whoever made the call. Callers of asynchronous functions look for failures in the promise only. Call it inside an `async` function or `new Promise(…)`: both turn a throw into a rejection.",
    course: "P2: coroutines",
  },
  "never-starts": {
    title: "Awaiting does not start it",
    explanation:
      "It was awaited, but the work behind it never began. `await`, `Promise.all` and `Promise.resolve` start a cold object by calling its `then` (which they skip on a real promise: they look inside). Make `then` a method of an object of your own, and start the work there.",
    course: "P2: coroutines",
  },
  "late-start": {
    title: "Work that starts later than it could",
    explanation:
      "The work began some time after everything that it needs was there. The time between is lost. Start it as soon as you can, and await it where you need its result.",
    course: "P6: create_task",
  },
  "no-chaining": {
    title: "A `then` that leads nowhere",
    explanation:
      "Your `then` calls the callback, but does not return a promise of what the callback returns, so nothing can follow it. Return the promise that the inner `.then(…)` gives you.",
    course: "P3: awaitables",
  },
  "missing-callback": {
    title: "A callback that need not be there",
    explanation:
      "`then` may be called with one of its two callbacks or with none, and yours relied on both. A missing one means: pass the value or the failure on. Hand both to a real promise's `then` as they are, which does just that.",
    course: "P3: awaitables",
  },
  "sequential-await": {
    title: "One after the other instead of together",
    explanation:
      "Each call began only when the one before had ended, so their times add up. `await` right after each call waits there. Start them all first, then wait for all: `await Promise.all([…])`.",
    course: "P7: gather",
  },
  "partly-concurrent": {
    title: "Only some of them together",
    explanation:
      "Some calls ran at the same time, but at least one waited for others although it needs nothing from them. Start all of them before the first `await`.",
    course: "P7: gather",
  },
  "completion-order": {
    title: "Results in the order in which they came",
    explanation:
      "Your results stand in the order in which the work finished, which is chance. The caller expects them in the order in which they were asked for. Put each into its own place, as `Promise.all` does, instead of pushing it when it comes.",
    course: "P7: gather",
  },
  "settled-wrappers": {
    title: "The reports of allSettled instead of the values",
    explanation:
      "`Promise.allSettled` gives an object with `status` and `value` (or `reason`) for each promise, and you passed these on. The caller wants the values themselves, and a failure as a rejection. `Promise.all` does both.",
    course: "P7: gather with return_exceptions",
  },
  "late-rejection": {
    title: "A failure reported too late",
    explanation:
      "One of them failed, and your promise rejected only when others had ended as well. Whoever waits loses that time for nothing. Reject at the first failure, as `Promise.all` does.",
    course: "P7: gather",
  },
  "race-instead-of-all": {
    title: "Only the fastest one counted",
    explanation:
      "Your promise took the outcome of the call that ended first and left the others. `Promise.race` and `Promise.any` give a single result. `Promise.all` waits for all of them.",
    course: "P7: gather",
  },
  "work-goes-on": {
    title: "Time is up, but the work goes on",
    explanation:
      "You stopped waiting, but nobody told the operation to stop: its signal was not aborted. In Python, cancelling ends the task; in JavaScript work ends only if its AbortSignal says so. Call `controller.abort()` at the instant when you give up.",
    course: "P7: asyncio.wait_for",
  },
  "timer-leak": {
    title: "A timer left behind",
    explanation:
      "Everything was settled, yet a timer of yours was still running. It keeps the program alive and may do something that nobody expects any more. Clear it whatever the outcome: `clearTimeout(timer)` in a `finally`.",
    course: "P7: asyncio.wait_for",
  },
  "resolves-on-timeout": {
    title: "A timeout that looks like a success",
    explanation:
      "When the time was up your promise resolved. The caller cannot tell that from a result. Running out of time is a failure: reject with an error that says so.",
    course: "P7: asyncio.wait_for",
  },
  "signal-only": {
    title: "Trusting the operation to stop",
    explanation:
      "You aborted the signal and went on waiting for the operation to answer. It may ignore its signal, take its time, or even succeed. Settle your own promise at the instant of the timeout, whatever the operation does.",
    course: "P7: asyncio.wait_for",
  },
  "timeout-after-await": {
    title: "A clock that starts too late",
    explanation:
      "The timeout began to run only after something else had been waited for, so it came too late or not at all. Start the timer together with the operation, then wait for whichever comes first.",
    course: "P7: asyncio.wait_for",
  },
  "wrong-default": {
    title: "Another default than the task says",
    explanation:
      "When the argument is left out, your function uses another value than the one that the task names. Write it into the signature: `ms = 2000`. A default stands in for `undefined` only, so that `0` still means 0.",
    course: "P12: practice 2",
  },
  "signal-not-passed": {
    title: "A signal that goes no further",
    explanation:
      "The operation did not get the AbortSignal, so it can never learn that its result is no longer wanted. A signal works only if everyone hands it on. Pass it (or one derived from it) to every call.",
    course: "P11: cancellation",
  },
  "swallowed-cancellation": {
    title: "A cancellation that ends as a success",
    explanation:
      "The task was cancelled, and your promise resolved all the same. The caller must be able to see that the work was not done. After the clean-up throw the reason again, as Python wants `CancelledError` raised again.",
    course: "P11: cancellation",
  },
  "starts-after-abort": {
    title: "New work after the abort",
    explanation:
      "After the abort your code started another call. Once cancelled, nothing further should begin. Check the signal before each step: `signal.throwIfAborted()`.",
    course: "P11: cancellation",
  },
  "waits-for-operation": {
    title: "Cancelled, but still waiting",
    explanation:
      "Your promise rejected only when the running call had ended. A call may ignore its signal or answer slowly; the caller should not have to wait for that. Race the call against the abort, and reject at that instant.",
    course: "P11: cancellation",
  },
  "logs-every-failure": {
    title: "Every failure taken for a cancellation",
    explanation:
      "Your code treats any error as if the task had been cancelled. An ordinary failure is not a cancellation, whatever its name. What tells them apart is `signal.aborted`.",
    course: "P11: cancellation",
  },
  "listener-leak": {
    title: "An abort listener left behind",
    explanation:
      "Everything was settled, yet a listener of yours was still on the signal. A signal may live as long as the program, and listeners pile up on it. Remove it in a `finally`; `{ once: true }` removes it only after an abort.",
    course: "P11: cancellation",
  },
  "ignores-already-aborted": {
    title: "A signal that was aborted before",
    explanation:
      "The signal was aborted before your function was called, and you did not notice. Its `abort` event has come and gone, so a listener alone waits forever. Ask `signal.aborted` first.",
    course: "P11: cancellation",
  },
  "abort-answer-wins": {
    title: "The answer to the abort became the outcome",
    explanation:
      "The operation answered the abort at once, with an error of its own or even with a result, and your promise settled with that. Once the time is up or the task is cancelled, its answer no longer counts. Reject before you abort, or reject with your own error whatever the operation did.",
    course: "P7: asyncio.wait_for",
  },
  "aborts-after-success": {
    title: "An abort after a success",
    explanation:
      "The operation had succeeded, and then your code aborted its signal. Whoever listens takes the finished work for cancelled work. Abort only when you give up, not in a `finally` that runs after every outcome.",
    course: "P7: asyncio.wait_for",
  },
  "argument-ignored": {
    title: "An argument that changes nothing",
    explanation:
      "Your function was given a value of its own for this call, and used a fixed one all the same. Use the parameter wherever the value is needed; a default belongs in the signature only.",
    course: "P12: practice 2",
  },
  "abort-by-error": {
    title: "An abort guessed from the error",
    explanation:
      "Your code looks at the error to tell whether the task was cancelled. A service may answer an abort with any error, and an ordinary failure may look like an abort. Ask the signal instead: `signal.aborted`.",
    course: "P11: cancellation",
  },
  "missing-log": {
    title: "A cancellation that leaves no trace",
    explanation:
      "The task was cancelled, and nothing was logged. Log the line before you reject with the reason, wherever in the task the abort came.",
    course: "P11: cancellation",
  },
  "logged-twice": {
    title: "One cancellation, logged more than once",
    explanation:
      "The line was logged in more than one place, for example in an abort listener and in a `catch`. Choose one place that every abort passes.",
    course: "P11: cancellation",
  },
  "input-not-result": {
    title: "The argument in place of the result",
    explanation:
      "The second step used what your function was called with, where what the first step had found was wanted. They are often equal, but need not be. Use the result: `user.id`.",
    course: "P11: cancellation",
  },
  "resolves-on-abort": {
    title: "An abort that looks like a success",
    explanation:
      "The signal aborted and your promise resolved, as if the time were over. The caller goes on with work that nobody wants any more. In Python the sleep would raise `CancelledError`; here it rejects: `reject(signal.reason)`.",
    course: "P7: asyncio.sleep",
  },
  "abort-ignored": {
    title: "An abort that changes nothing",
    explanation:
      "The signal aborted, and your code went on to its end as if nothing had happened. A signal does nothing by itself: somebody has to listen. Add a listener for its `abort` event, and reject there.",
    course: "P7: asyncio.sleep",
  },
  "blocking-sleep": {
    title: "Waiting that stops everything else",
    explanation:
      "Your code spins until the time is over, and meanwhile nothing else can run: no timer, no other task. It is Python's `time.sleep` inside `async def`; an `await` on something that is ready already does not help. Set a timer and give the event loop back until it fires.",
    course: "P7: time.sleep and asyncio.sleep",
  },
  "microtask-is-no-yield": {
    title: "A microtask in place of a turn of the event loop",
    explanation:
      "You waited for a promise that was ready already. Its callbacks are microtasks, and these all run before the event loop comes to its timers, so nothing else got its turn. A timer of 0 ms, `setImmediate` or `scheduler.yield()` lets the others go first.",
    course: "P3: the event loop",
  },
  "seconds-for-milliseconds": {
    title: "Seconds in place of milliseconds",
    explanation:
      "The wait took a thousand times as long as it should. Python's `asyncio.sleep` counts in seconds, JavaScript's timers in milliseconds, and so does this task. Hand `ms` to the timer as it is.",
    course: "P7: asyncio.sleep",
  },
  "timer-not-awaited": {
    title: "A timer that nobody waits for",
    explanation:
      "You set a timer and went on at once. `setTimeout` does not wait, and there is nothing in it to await: it only promises to call a function later. Wrap it: `new Promise((resolve) => setTimeout(resolve, ms))`.",
    course: "P7: asyncio.sleep",
  },
  "empty-hangs": {
    title: "Nothing to do takes forever",
    explanation:
      "There was nothing to wait for, and your promise never settled. Code that settles when something ends never gets there if nothing begins. Look at the empty case before you wait.",
    course: "P7: gather",
  },
  "failures-left-out": {
    title: "A list with gaps closed",
    explanation:
      "The failures are missing from your results, so all that follow have moved up, and nobody can tell which result belongs to which task. Put each failure into its own task's place.",
    course: "P7: gather with return_exceptions",
  },
  "iterable-read-twice": {
    title: "An iterable read more than once",
    explanation:
      "You went through the iterable again. A generator can be read only once, and others may give something new each time. Copy it into an array first, `[...tasks]`, and use that.",
    course: "P7: gather",
  },
  "array-assumed": {
    title: "Not every iterable is an array",
    explanation:
      "You used something that only arrays have, such as `map` or `length`. A generator or a Set has neither. Go through it with `for … of`, or copy it into an array first: `[...tasks]`.",
    course: "P7: gather",
  },
  "twins-merged": {
    title: "Two that are alike taken for one",
    explanation:
      "The same thing was given twice, and your code dealt with it once. A Map or Set that has it as its key keeps a single entry. Tell them apart by their place in the list.",
    course: "P7: gather",
  },
};
