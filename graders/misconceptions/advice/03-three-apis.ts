// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "forgotten-await":
    "A list of promises is no list of responses, whether `map` made it or you did: wait for all of them with `await Promise.all([…])`.",
  "for-each-async":
    "Make a list of promises, and wait for all of them: `await Promise.all([1, 2, 3].map((api) => fetchApi(api)))`.",
  "leaves-before-tasks-end":
    "What a callback of `then` does comes later than your `return`: return a promise that waits for all of them, as `Promise.all([…])` makes it.",
  "sequential-await":
    "Make all three calls before you wait for any, and let no call of `fetchAllApis` wait for another one: `await Promise.all([fetchApi(1), fetchApi(2), fetchApi(3)])`.",
  "not-called": "Call each one: `Promise.all([fetchApi(1), fetchApi(2), fetchApi(3)])`.",
  "lost-arguments":
    "The APIs are 1, 2 and 3: `fetchApi(1)`, `fetchApi(2)`, `fetchApi(3)`. A count from 0 asks for others.",
  "not-all-started":
    "The APIs are 1, 2 and 3: a count that ends before 3, as Python's `range(1, 3)` does, leaves the last one out.",
  "wrong-format": "Compare the two lists: three whole responses as they came.",
  "swallowed-error": "Let a failure pass: `Promise.all` rejects with the first one by itself.",
};
