// What to do in 30, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "shared-state": "The number of the attempt, the wait and the timer are variables inside `retry`.",
  "falsy-is-nothing":
    "A result, an error, a reason or a cap may be `undefined`, `null` or `0`. Compare options with `undefined`, or give them defaults, and remember that something failed, not only what.",
  "generic-error": "After a failure throw the very error that was caught; after an abort, `signal.reason`.",
  "wrapped-error": "Throw the error that was caught, as it is: `throw error`.",
  "return-without-await":
    "Write `return await operation(attempt)` inside the `try`. Without `await` the `try` is left before the attempt has failed, and nobody tries again.",
  "sync-throw-escapes":
    "Call the operation inside the `try`, so that a throw at once is a failure like any other.",
  "timer-not-awaited": "`await` the wait, before the next attempt begins.",
  "waits-after-last": "Look first whether there is another attempt to come, and wait only then.",
  "wrong-count": "The first attempt is told 1.",
  "abort-ignored": "Listen while you wait, and look at `signal.aborted` before each attempt and each wait.",
  "starts-after-abort": "`signal.throwIfAborted()` before each attempt, and before each timer.",
  "waits-for-operation":
    "While you wait listen to the signal: clear the timer, and reject with the reason. And it may have aborted just before you listen.",
  "timer-leak": "Clear the timer in the abort listener.",
  "listener-leak":
    "Remove the listener when the timer is over; `{ once: true }` takes it off only after an abort.",
};
