// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "return-without-await":
    "Write `return await main()` inside the `try`, so that `finally` waits for the end of the run.",
  "generic-error":
    'An error whose `name` is `"RuntimeError"` is wanted, and its message has `running event loop` in it: `Object.assign(new Error("…"), { name: "RuntimeError" })`.',
  "sync-throw-escapes":
    "Make `run` an `async` function, which turns a throw into a rejection, and call `main` in it.",
  "shared-state": "Make the flag in `createRunner`, so that each runner has its own.",
};
