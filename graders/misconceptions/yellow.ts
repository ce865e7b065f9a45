// Mistakes of the yellow belt, 06–10: scheduling.
import type { Misconception } from "./misconception.ts";

export const yellow: Record<string, Misconception> = {
  "length-is-no-count": {
    title: "The length of a list with gaps",
    explanation:
      "Your promise settled before all results (or failures) were there. `results[2] = …` makes `results.length` 3 at once, though the places before it are still empty.",
    advice: "Count the results that have arrived.",
    course: "P7: gather",
  },
  "resolves-on-abort": {
    title: "An abort that looks like a success",
    explanation:
      "The signal aborted and your promise resolved, as if the time were over. The caller goes on with work that nobody wants any more.",
    advice: "In Python the sleep would raise `CancelledError`; here it rejects: `reject(signal.reason)`.",
    course: "P7: asyncio.sleep",
  },
  "abort-ignored": {
    title: "An abort that changes nothing",
    explanation:
      "The signal aborted, and your code went on to its end as if nothing had happened. A signal does nothing by itself: somebody has to listen.",
    advice: "Add a listener for its `abort` event, and reject there.",
    course: "P7: asyncio.sleep",
  },
  "failures-left-out": {
    title: "A list with gaps closed",
    explanation:
      "The failures are missing from your results, so all that follow have moved up, and nobody can tell which result belongs to which task.",
    advice: "Put each failure into its own task's place.",
    course: "P7: gather with return_exceptions",
  },
};
