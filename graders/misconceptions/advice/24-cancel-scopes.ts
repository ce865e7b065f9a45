// What to do in 24, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "work-goes-on":
    "Call `controller.abort(reason)` in a timer of `ms`, and hand `controller.signal` to the body.",
  "generic-error":
    "What the body ends with is the outcome, the very same; only its own deadline's reason becomes a `TimeoutError`.",
  "timer-leak": "Clear the timer in a `finally`, which a result, a failure and an abort pass alike.",
  "listener-leak": "Remove the listener from `signal` in a `finally`, whatever the body ended with.",
  "resolves-on-timeout":
    "`failAfter` rejects with an error named `TimeoutError`; to go on without is `moveOnAfter`.",
  "swallowed-error": "Throw on whatever is not your own deadline's reason, in `moveOnAfter` as well.",
  "ignores-already-aborted": "Begin with `signal?.throwIfAborted()`, before the body and the timer.",
  "signal-not-passed": "Call the body with your controller's signal.",
  "falsy-is-nothing":
    "`ms`, a value, a failure and a reason may be `0`, `null` or `undefined`. Ask `signal.aborted`, and compare a failure with an object of your own that is never `undefined`.",
};
