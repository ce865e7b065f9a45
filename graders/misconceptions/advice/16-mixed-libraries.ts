// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "runs-on-loop":
    "Hand `toThread` a function that makes the call, `toThread(() => fn(...args))`, and let nobody else call `fn`.",
  "async-wrapper": "Hand `toThread` a function that makes the call: `toThread(() => fn(...args))`.",
  "lost-arguments":
    "Take them all with a rest parameter and hand them over likewise: `(...args) => … fn(...args)`.",
  "missing-return":
    "Two functions have to return: the one that `toThread` runs returns the result, and yours the promise of `toThread`.",
  "sequential-await":
    "Ask for all threads first: `urls.map((url) => …)` makes a list of promises, and `Promise.all` waits for them.",
  "forgotten-await": "`urls.map(…)` makes a list of promises. Wait for all of them: `Promise.all(…)`.",
  "falsy-is-nothing":
    "Let `toThread` tell success and failure apart: its promise fulfills or rejects, whatever the value is.",
};
