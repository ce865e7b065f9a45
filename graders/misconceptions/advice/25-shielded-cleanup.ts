// What to do in 25, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "leaves-before-cleanup":
    "Wait for `acquire` with a plain `await`: it ends by itself, with or without a connection.",
  "double-release":
    "Release in one place that all ways out pass, and nowhere else: not in an abort listener as well.",
  "starts-after-abort":
    "Look at the signal once more when the connection is there, inside the `try`, before `use`.",
  "ignores-already-aborted": "Begin with `signal.throwIfAborted()`, before `acquire`.",
  "generic-error":
    "What `use` or `acquire` failed with is the outcome, the very same; after an abort, `signal.reason`.",
  "swallowed-cancellation": "After the release throw on what `use` ended with: it is the reason.",
  "swallowed-error": "After the release throw on what `use` failed with.",
  "listener-leak":
    "`use` and `acquire` can have the signal itself. If you listen to it, remove the listener in a `finally` around all.",
  "then-without-this": "Hand on `() => connection.release()` in place of `connection.release`.",
  "falsy-is-nothing":
    "A failure may be `undefined`, `null` or `0`. Remember whether something failed, not only what: in an array, say, or by the place in the code.",
};
