// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "not-called": "The tasks are functions. Call each one, and wait for the promises that you get.",
  "forgotten-await": "Calling the tasks gives a list of promises: wait for all of them with `Promise.all`.",
  "leaves-before-tasks-end":
    "What a callback of `then` does comes later than your `return`: return a promise that waits for all of them, as `Promise.all` does.",
  "sequential-await":
    "Start all tasks before you wait for any, and let no call of `gather` wait for another one: `Array.from(tasks, async (task) => task())` starts them all.",
  "for-each-async":
    "Make a list of promises, with `map` or in a loop, and wait for all of them with `Promise.all`.",
  "sync-throw-escapes":
    "Start each task inside an `async` function of its own: there a throw becomes a rejection.",
  "wrong-combinator":
    "`Promise.all` is over at the first failure, and a `catch` around it comes too late: with `returnExceptions` use `Promise.allSettled`, or give each task's own promise a `catch`.",
  "not-all-started":
    "A `try` around the whole loop ends the loop. Start each task inside an `async` function of its own: there a throw becomes a rejection.",
  "settled-wrappers":
    'Take the reports apart: `value` where the `status` is `"fulfilled"`, else `reason`. Without `returnExceptions` use `Promise.all`, which rejects at the first failure.',
  "swallowed-error": "Only with `returnExceptions: true` a failure is a result; without, let it pass.",
  "wrapped-error": "Put the failure into its task's place just as it came, or reject with it.",
};
