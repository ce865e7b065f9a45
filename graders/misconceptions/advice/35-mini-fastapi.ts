// What to do in 35, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "runs-on-loop":
    "Call a `def` handler inside the job that you hand over: `toThread(() => route.handler(context))`.",
  "falsy-is-nothing":
    "Do not ask a value or an error whether there is one: that the handler's promise fulfilled makes a 200, that it rejected a 500.",
  "limit-per-handler":
    "Keep the number of free threads, and the line of those who wait, in the app, and not in a route: all `def` handlers share them.",
  "leak-on-throw": "Give the thread back in the `finally` around `await toThread(…)`.",
  "signal-only":
    "Let the abort listener and the timer resolve the promise of the answer themselves, whatever becomes of the work.",
  "abort-answer-wins": "Resolve the answer first, and abort the handler's signal after that.",
  "abort-ignored": "Listen to the request's signal, and answer 499 there.",
  "timeout-after-await": "Start the timer in `handle`, before the set-up and before any thread is asked for.",
  "ignores-already-aborted": "Ask `signal?.aborted` in `handle`, before anything else is begun.",
  "work-goes-on":
    "Make an `AbortController` for each request, hand its signal to the handler, and abort it when you answer 499 or 504.",
  "signal-not-passed": "Put the signal of the request's own controller into the context.",
  "aborts-after-success":
    "Abort the controller only where you answer 499 or 504. A signal of `AbortSignal.any` aborts whenever one of its sources does, also after the answer.",
  "timer-leak": "Clear the timer in the one place where the answer is resolved, whatever it is.",
  "listener-leak":
    "Remove the listener from the client's signal in the one place where the answer is resolved.",
  "generator-not-driven":
    "Ask whether what `provide` gave is a generator, sync or async; if so, its value is what `next()` yields.",
  "shutdown-hangs":
    "Look first whether anything is under way, and keep the resolve functions of all who wait.",
  "leaves-before-tasks-end":
    "Count what is under way from its beginning to its own end: handlers that were given up and tear-downs, too.",
  "floating-rejection": "Call each background task in an `async` function of your own that catches all.",
  "shared-state": "Keep routes, threads and requests in the app: nothing outside of `createApp` may change.",
};
