// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "lost-arguments":
    "Whoever stands between caller and function must hand them on as they are: take them as `(...args)`, and call `body(...args)`.",
  "eager-start":
    "Keep the body and its arguments for later. Make `then` a method, and call the body in there: not in the call, and not in a getter.",
  "late-start": "Let `then` start the body: not a timer, and nothing else that has to be waited for.",
  "runs-per-await":
    "Keep the promise of the first run, also after a failure, and use it for every `then`. Have it before the body begins, which may ask for it, too: `run ??= Promise.resolve().then(() => body(...args))`.",
  "not-called": "Call the body in `then`: `body(...args)`.",
  "lost-rejection":
    "Hand both callbacks to the promise of the run: `return run.then(onFulfilled, onRejected)`.",
  "swallowed-error":
    "Hand both callbacks to the promise of the run, which knows which one to call: `return run.then(onFulfilled, onRejected)`.",
  "sequential-await": "Let each cold object have a run of its own, which waits for no other.",
  "shared-state":
    "Keep the arguments and the promise of the run inside the call that makes the cold object: one of each for every call.",
};
