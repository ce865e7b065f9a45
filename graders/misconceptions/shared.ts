// Mistakes that are met in several belts.
import type { Misconception } from "./misconception.ts";

export const shared: Record<string, Misconception> = {
  "forgotten-await": {
    title: "A promise used in place of its result",
    explanation:
      "Your code went on with the promise itself, before there was a result. An async function hands out its promise at once; the result comes later.",
    advice:
      "Wait for the result before you use it: put `await` before the call, or work with the result inside `.then(…)`. For a list of promises that is `await Promise.all(list)`.",
    course: "P4: async and await",
  },
  "swallowed-error": {
    title: "A failure that the caller never hears of",
    explanation:
      "The operation failed, yet your promise resolved as if all were well. Somewhere the failure was taken for a result: by a `catch` that does not throw again, by a `return` in `finally`, or by `Promise.allSettled`, which never rejects.",
    advice: "Let the failure pass. If you have to catch it, throw it again: `throw error`.",
    course: "P4: async and await",
  },
  "missing-return": {
    title: "A result that is not returned",
    explanation:
      "Your function, or a callback in it, made the result but did not return it, so the caller got `undefined`. A body in braces returns nothing by itself.",
    advice: "Write `return` before the value and before the promise that the caller is to wait for.",
    course: "P4: async and await",
  },
  "repeated-call": {
    title: "The same work asked for more than once",
    explanation:
      "The operation was called more often than it should be. Each call starts the work anew, even if you only wanted to look at its result again.",
    advice: "Call it once, keep the promise in a variable, and await that.",
    course: "P4: async and await",
  },
  "wrapped-error": {
    title: "Something made from the error in place of the error",
    explanation:
      "The caller got something that your code made from the original error: a new error around it, a copy, or its message alone. So nobody can recognise any more what happened. The failure should arrive as the very same object.",
    advice: "Let it pass, or throw the error that you caught: `throw error`.",
    course: "P4: async and await",
  },
  "generic-error": {
    title: "Another error than the one asked for",
    explanation:
      "Your promise rejected, but not with what the caller was to get, and so it cannot tell this failure from others. An error of your own or of a library says less.",
    advice: "Reject with just the error or value that the task names.",
    course: "P7: asyncio.wait_for",
  },
  "lost-rejection": {
    title: "A rejection that never reaches the caller",
    explanation:
      "The work failed, but nothing carried the failure to those who wait, so they got no rejection. It often happens when `new Promise(…)` or a hand-made `then` passes on the success only, or when the function in `new Promise(…)` is `async`: its failures reach nobody.",
    advice: "Pass on both: `.then(resolve, reject)`, or return the promise itself.",
    course: "P4: async and await",
  },
  "lost-reason": {
    title: "A rejection without its reason",
    explanation:
      "Your promise rejected, but with `undefined`: what went wrong was left behind. Whoever handles the failure needs to know its reason.",
    advice: "Pass it on: `reject(error)`.",
    course: "P4: async and await",
  },
  "floating-rejection": {
    title: "A rejection that nobody handles",
    explanation:
      "A promise rejected while nobody was watching it; outside this dojo Node ends the whole program for that. It happens to a promise that was started and is awaited later or never, and to the new promise that each `.then(…)` makes.",
    advice:
      "Attach a handler to every promise as soon as it exists: `await` it at once, hand it to `Promise.all`, or give it a `catch`.",
    course: "P7: gather",
  },
  "falsy-is-nothing": {
    title: "A falsy value taken for nothing",
    explanation:
      'Your code treats `0`, `""`, `null` or `undefined` as if nothing had come. They are values and reasons like any other: `if (value)` and `value || other` cannot tell them from a missing one.',
    advice: "Remember separately whether something has arrived, or what became of it.",
    course: "P4: async and await",
  },
  "empty-is-nothing": {
    title: "An empty list taken for nothing",
    explanation:
      "Your code takes an empty list or object as a sign that nothing has come yet, or that there is nothing to hand on. It is a result like any other: `list.length > 0` cannot tell it from a missing one.",
    advice: "Remember separately whether something has arrived, or await its promise.",
    course: "P4: async and await",
  },
  "fixed-delay": {
    title: "Waiting for a time instead of a result",
    explanation:
      "Your code waits for a fixed time and hopes that the work is done by then. When the work is faster you lose time; when it is slower there is no result yet.",
    advice: "Await the work's own promise: it settles when the work is done.",
    course: "P4: async and await",
  },
  "busy-wait": {
    title: "Asking again and again instead of waiting",
    explanation:
      "Your code keeps looking whether something has happened, again and again. That costs work, and is always a little late.",
    advice: "Wait for what announces it: a promise, an event, or a single timer for the whole time.",
    course: "P3: the event loop",
  },
  "wrong-format": {
    title: "The right parts, put together differently",
    explanation:
      "The right parts are in your result, but in another text or shape than the one that the task shows: joined, nested or wrapped in another way.",
    advice: "Compare the two results character by character, and field by field.",
    course: "P4: async and await",
  },
  "shared-state": {
    title: "Calls that share what each should own",
    explanation:
      "Two calls got into each other's way, because something that belongs to one call is kept where all of them reach it: outside the function, or on an object that they share. While one call waits another can run and change it.",
    advice: "Keep it in a variable inside the function.",
    course: "P6: tasks",
  },
  "lost-arguments": {
    title: "Arguments that got lost on the way",
    explanation:
      "The function was called without the arguments that it was meant to get, or with other ones. What it does with those is something else.",
    advice: "Look up in the task what it is to be called with, and hand over just that.",
    course: "P2: coroutines",
  },
  "sync-throw-escapes": {
    title: "A throw where a rejection was due",
    explanation:
      "A function threw at once, and the error flew past the promise to whoever made the call. Callers of asynchronous functions look for failures in the promise only.",
    advice: "Call it inside an `async` function or `new Promise(…)`: both turn a throw into a rejection.",
    course: "P2: coroutines",
  },
  "late-start": {
    title: "Work that starts later than it could",
    explanation:
      "The work began some time after everything that it needs was there. The time between is lost.",
    advice: "Start it as soon as you can, with no `await` and no timer before it that it does not need.",
    course: "P6: create_task",
  },
  "no-chaining": {
    title: "A `then` that leads nowhere",
    explanation:
      "Your `then` calls the callback, but does not return a promise of what the callback returns, so nothing can follow it.",
    advice: "Return the promise that the inner `.then(…)` gives you.",
    course: "P3: awaitables",
  },
  "missing-callback": {
    title: "A callback that need not be there",
    explanation:
      "`then` may be called with one of its two callbacks or with none, and yours relied on both. A missing one means: pass the value or the failure on.",
    advice: "Hand both to a real promise's `then` as they are, which does just that.",
    course: "P3: awaitables",
  },
  "sequential-await": {
    title: "One after the other instead of together",
    explanation:
      "Each began only when the one before had ended, so their times add up. An `await` right after each call waits there.",
    advice:
      "Start all that can run at once before you wait for any, and then wait for all of them: `await Promise.all([…])`.",
    course: "P7: gather",
  },
  "partly-concurrent": {
    title: "Only some of them together",
    explanation:
      "Some calls ran at the same time, but at least one waited for others although it needs nothing from them.",
    advice: "Start all of them before the first `await`.",
    course: "P7: gather",
  },
  "completion-order": {
    title: "Results in the order in which they came",
    explanation:
      "Your results stand in the order in which the work finished, which is chance. The caller expects them in the order in which they were asked for.",
    advice: "Put each into its own place, as `Promise.all` does, instead of pushing it when it comes.",
    course: "P7: gather",
  },
  "settled-wrappers": {
    title: "The reports of allSettled instead of the values",
    explanation:
      "`Promise.allSettled` gives an object with `status` and `value` (or `reason`) for each promise, and you passed these on.",
    advice: "The caller wants the values themselves, and a failure as a rejection. `Promise.all` does both.",
    course: "P7: gather with return_exceptions",
  },
  "late-rejection": {
    title: "A failure reported too late",
    explanation:
      "One of them failed, and your promise rejected only when others had ended as well. Whoever waits loses that time for nothing.",
    advice: "Reject at the first failure, as `Promise.all` does.",
    course: "P7: gather",
  },
  "race-instead-of-all": {
    title: "Only the fastest one counted",
    explanation:
      "Your promise took the outcome of the call that ended first and left the others. `Promise.race` and `Promise.any` give a single result.",
    advice: "`Promise.all` waits for all of them.",
    course: "P7: gather",
  },
  "timer-leak": {
    title: "A timer left behind",
    explanation:
      "Everything was settled, yet a timer of yours was still running. It keeps the program alive and may do something that nobody expects any more.",
    advice: "Clear it whatever the outcome: `clearTimeout(timer)` in a `finally`.",
    course: "P7: asyncio.wait_for",
  },
  "signal-not-passed": {
    title: "A signal that goes no further",
    explanation:
      "The operation did not get the AbortSignal, so it can never learn that its result is no longer wanted. A signal works only if everyone hands it on.",
    advice: "Pass it (or one derived from it) to every call.",
    course: "P11: cancellation",
  },
  "starts-after-abort": {
    title: "New work after the abort",
    explanation:
      "After the abort your code still started something, a call or a timer. Once cancelled, nothing further should begin.",
    advice: "Check the signal before each step: `signal.throwIfAborted()`.",
    course: "P11: cancellation",
  },
  "waits-for-operation": {
    title: "Cancelled, but still waiting",
    explanation:
      "Your promise rejected only when what it waited for had ended. A call may ignore its signal or answer slowly, and a timer knows of none; the caller should not have to wait for that.",
    advice: "Listen to the signal as well, and reject at that instant.",
    course: "P11: cancellation",
  },
  "listener-leak": {
    title: "An abort listener left behind",
    explanation:
      "Everything was settled, yet a listener of yours was still on the signal. A signal may live as long as the program, and listeners pile up on it. `{ once: true }` takes it off only after an abort.",
    advice: "Remove it in a `finally`, with the very same function.",
    course: "P11: cancellation",
  },
  "ignores-already-aborted": {
    title: "A signal that was aborted before",
    explanation:
      "The signal was aborted before your function was called, and you did not notice. Its `abort` event has come and gone, so a listener alone waits forever.",
    advice: "Ask `signal.aborted` first.",
    course: "P11: cancellation",
  },
  "argument-ignored": {
    title: "An argument that changes nothing",
    explanation:
      "Your function was given a value of its own for this call, and used a fixed one all the same.",
    advice: "Use the parameter wherever the value is needed; a default belongs in the signature only.",
    course: "P12: practice 2",
  },
  "blocking-sleep": {
    title: "Waiting that stops everything else",
    explanation:
      "Your code spins until the time is over, and meanwhile nothing else can run: no timer, no other task. It is Python's `time.sleep` inside `async def`; an `await` on something that is ready already does not help.",
    advice: "Set a timer and give the event loop back until it fires.",
    course: "P7: time.sleep and asyncio.sleep",
  },
  "microtask-is-no-yield": {
    title: "A microtask in place of a turn of the event loop",
    explanation:
      "You waited for a promise that was ready already. Its callbacks are microtasks, and these all run before the event loop comes to its timers, so nothing else got its turn.",
    advice: "A timer of 0 ms, `setImmediate` or `scheduler.yield()` lets the others go first.",
    course: "P3: the event loop",
  },
  "seconds-for-milliseconds": {
    title: "Seconds in place of milliseconds",
    explanation:
      "The wait was wrong by a factor of a thousand. Python's `asyncio.sleep` counts in seconds, JavaScript's timers in milliseconds, and so does this task.",
    advice: "Hand the time to the timer as it is.",
    course: "P7: asyncio.sleep",
  },
  "timer-not-awaited": {
    title: "A timer that nobody waits for",
    explanation:
      "You set a timer and went on at once. `setTimeout` does not wait, and there is nothing in it to await: it only promises to call a function later.",
    advice: "Wrap it: `new Promise((resolve) => setTimeout(resolve, ms))`.",
    course: "P7: asyncio.sleep",
  },
  "empty-hangs": {
    title: "Nothing to do takes forever",
    explanation:
      "There was nothing to wait for, and your promise never settled. Code that settles when something ends never gets there if nothing begins.",
    advice: "Look at the empty case before you wait.",
    course: "P7: gather",
  },
  "iterable-read-twice": {
    title: "An iterable read more than once",
    explanation:
      "You went through the iterable again. A generator can be read only once, and others may give something new each time.",
    advice: "Copy it into an array first, `[...tasks]`, and use that.",
    course: "P7: gather",
  },
  "array-assumed": {
    title: "Not every iterable is an array",
    explanation:
      "You used something that only arrays have, such as `map` or `length`. A generator or a Set has neither.",
    advice: "Go through it with `for … of`, or copy it into an array first: `[...tasks]`.",
    course: "P7: gather",
  },
  "twins-merged": {
    title: "Two that are alike taken for one",
    explanation:
      "The same thing was given twice, and your code dealt with it once. A Map or Set that has it as its key keeps a single entry.",
    advice: "Tell them apart by their place in the list.",
    course: "P7: gather",
  },
  "input-changed": {
    title: "The caller's list was changed",
    explanation:
      "After the call the list that you were given was another one. It belongs to the caller, who may still need it, also while you are at work.",
    advice: "`splice`, `shift`, `pop` and `sort` change a list: use `slice` or `toSorted`, or keep an index.",
    course: "P6: tasks",
  },
  unbounded: {
    title: "More at once than there is room for",
    explanation:
      "Somebody who was still busy was asked again: more was started at once than can be done at once. Whoever does one thing at a time has to be left alone until it is done.",
    advice: "Hand out the next piece of work when the one before has ended.",
    course: "P5: concurrency and parallelism",
  },
  batches: {
    title: "Waiting for the whole row",
    explanation:
      "The next ones began only when all of the row before had ended, so those that were done early stood idle. The slowest of each row holds up everyone.",
    advice: "Give new work to each one as soon as it is free.",
    course: "P5: concurrency and parallelism",
  },
  "waits-for-oldest": {
    title: "Waiting for the one that began first",
    explanation:
      "When all were busy you waited for the one that had begun first, though another was done before it and stood idle. Nobody knows in advance who will be free first.",
    advice: "Wait for whoever that is (`Promise.race`), or let each one fetch its own next piece.",
    course: "P5: concurrency and parallelism",
  },
  "static-split": {
    title: "Work dealt out in advance",
    explanation:
      "Each one got its share of the work at the start, so some were done early and idle while others still had a queue. Nobody knows in advance how long a piece takes.",
    advice: "Keep one common queue, from which everyone who is free takes the next piece.",
    course: "P5: concurrency and parallelism",
  },
  "starts-after-failure": {
    title: "New work after a failure",
    explanation:
      "One piece had failed and your promise had rejected, but further work was begun all the same. Nobody waits for it any more.",
    advice: "Let those who fetch work look first whether something has failed.",
    course: "P7: gather",
  },
  "worker-lost-on-error": {
    title: "A failure costs a worker",
    explanation:
      "After a task had failed its worker got no more work, so what was queued waited longer than it should, or forever. The step that gives the worker back was left out.",
    advice: "Do it in a `finally`, whatever came of the task.",
    course: "P7: run_in_executor",
  },
  "last-in-first-out": {
    title: "The last to come is served first",
    explanation:
      "What was queued later had its turn before what had waited longer. `push` with `pop` makes a stack, and whoever came first may wait forever.",
    advice: "A queue takes from the other end: `push` with `shift`.",
    course: "P7: run_in_executor",
  },
  "iterator-outlives-failure": {
    title: "An iterator that goes on after its end",
    explanation:
      "The end had come, by a failure or after the last value, and the next `next()` did not say at once that all is over. For whoever loops, an iterator that has thrown has ended, too.",
    advice:
      "A generator sees to that by itself; in a `next()` of your own remember the end, and return `{ done: true }` from then on.",
    course: "P7: as_completed",
  },
  "late-log": {
    title: "A line that comes after the outcome",
    explanation:
      "The line was logged only after your promise had settled, so whoever waited for it could not yet see it.",
    advice: "Log first, then return or throw.",
    course: "P10: pitfall 1",
  },
  "input-order": {
    title: "The order of the list in place of the order of arrival",
    explanation:
      "Your results come in the order in which they were asked for, so a quick one waits behind a slow one. `await` on one promise after the other waits for just that one.",
    advice: "Let each promise report when it settles, and hand out the reports as they come.",
    course: "P7: as_completed",
  },
  "waits-for-all": {
    title: "Waits for all where the first would do",
    explanation:
      "Nothing came out before the last one had ended. `Promise.all` and `Promise.allSettled` resolve once, at the very end.",
    advice: "Go on at the instant at which something is there that you can hand on.",
    course: "P7: as_completed",
  },
  "waits-for-rest": {
    title: "Leaves only when all the rest has ended",
    explanation:
      "The loop was over, by a failure or by `break`, and your code still waited for everything that was under way. A `finally` in a generator runs before the loop goes on.",
    advice:
      "End at once. What is still under way needs a handler for its rejection, and nobody to wait for it.",
    course: "P7: as_completed",
  },
  "watches-too-late": {
    title: "Looks only when it is asked",
    explanation:
      "Your code looks at the promises only when the loop asks for the next value, and by then several have settled: which one was first is forgotten. The body of a generator starts at the first `next()`, and `Promise.race` prefers whatever stands first in the list.",
    advice: "Attach a handler to every promise in the call itself, and keep what arrives in a queue.",
    course: "P7: as_completed",
  },
  "lost-value": {
    title: "A value that never came out",
    explanation:
      "Something arrived that the loop never got. It happens if two arrive together and only one is remembered, if two that are alike count as one, or if the loop ends one too early.",
    advice: "Keep everything that arrives in a queue until it is asked for.",
    course: "P7: as_completed",
  },
  "failure-jumps-queue": {
    title: "A failure that overtakes results",
    explanation:
      "A failure came out before results that had arrived earlier and were still waiting for the loop. These are lost then.",
    advice: "Put failures into the same queue as results, and throw each in its turn.",
    course: "P7: as_completed",
  },
  "never-ends": {
    title: "A loop that never ends",
    explanation:
      "Everything had come out, and your iterator still waits for more. The loop ends only when `next()` says `done`.",
    advice: "Count how many are left, and end after the last one, or after a failure.",
    course: "P7: as_completed",
  },
  "first-settled": {
    title: "The first to end, not the first to succeed",
    explanation:
      "Your promise took over the failure of the attempt that ended first, while others could still have succeeded. `Promise.race` takes whatever settles first.",
    advice: "`Promise.any` waits for a success, and fails only if there is none.",
    course: "P7: wait with FIRST_COMPLETED",
  },
  "losers-keep-running": {
    title: "The race is over, and the losers run on",
    explanation:
      "There was a winner, but nobody told the other attempts to stop: their signals were not aborted at that instant. They go on using up time and connections for results that nobody wants.",
    advice: "Abort the signal of each attempt that is still running.",
    course: "P7: wait with FIRST_COMPLETED",
  },
  "winner-aborted": {
    title: "The winner was aborted as well",
    explanation:
      "The signal of the attempt that had won was aborted. Whoever listens to it takes the finished work for cancelled work.",
    advice: "Give each attempt a controller of its own, and abort all but the winner's.",
    course: "P7: wait with FIRST_COMPLETED",
  },
  "aborts-too-early": {
    title: "Aborted before there was a winner",
    explanation:
      "Attempts were told to stop while no other one had succeeded. A failure decides nothing: the rest may still succeed.",
    advice: "Abort the others only when a result is there.",
    course: "P7: wait with FIRST_COMPLETED",
  },
  "first-error-only": {
    title: "One failure where there were several",
    explanation:
      "Several things failed, and your promise rejected with one of their errors. The caller cannot see what became of the others.",
    advice: "Collect the failures, and reject with an `AggregateError`, which holds them all in `errors`.",
    course: "P7: wait with FIRST_COMPLETED",
  },
  "stack-overflow": {
    title: "Calls inside calls until the stack is full",
    explanation:
      "Each step was called from within the step before it, and after some thousands of them the stack was full: `Maximum call stack size exceeded`. What goes on and on must return in between.",
    advice: "Write a loop that takes one step after the other.",
    course: "P3: the event loop",
  },
  "double-release": {
    title: "Given back more than once",
    explanation:
      "What was borrowed once was given back twice. Whoever got it in between loses it, or there is one too many from then on.",
    advice: "Let all ways out pass one place that gives it back, and do it nowhere else.",
    course: "P9: dependencies with yield",
  },
  "leaves-before-tasks-end": {
    title: "Done before the work is",
    explanation:
      "You reported the end while some of the work was still under way or queued. Whoever relied on it goes on too early.",
    advice: "Wait until the last task has ended, and only then resolve.",
    course: "P7: run_in_executor",
  },
  "aborts-after-success": {
    title: "An abort after a success",
    explanation:
      "The operation had succeeded, and then its signal was aborted. Whoever listens takes the finished work for cancelled work.",
    advice:
      "Abort only when you give up: not whatever the outcome is, and not by a timer that is still running.",
    course: "P7: asyncio.wait_for",
  },
  "abort-answer-wins": {
    title: "The answer to the abort became the outcome",
    explanation:
      "The operation answered the abort at once, with an error of its own or even with a result, and your promise settled with that. Once the time is up or the task is cancelled, its answer no longer counts.",
    advice: "Reject before you abort, or reject with your own error whatever the operation did.",
    course: "P7: asyncio.wait_for",
  },
  "swallowed-cancellation": {
    title: "A cancellation that ends as a success",
    explanation:
      "The task was cancelled, and your promise resolved all the same. The caller must be able to see that the work was not done.",
    advice: "After the clean-up throw the reason again, as Python wants `CancelledError` raised again.",
    course: "P11: cancellation",
  },
  "abort-by-error": {
    title: "An abort guessed from the error",
    explanation:
      "Your code looks at the error to tell whether the task was cancelled. A service may answer an abort with any error, and an ordinary failure may look like an abort.",
    advice: "Ask the signal instead: `signal.aborted`.",
    course: "P11: cancellation",
  },
};
