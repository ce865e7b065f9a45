// Mistakes of the blue belt, 21–25: inside the loop, and structure.
import type { Misconception } from "./misconception.ts";

export const blue: Record<string, Misconception> = {
  "leaves-before-cleanup": {
    title: "Gone while the work still cleans up",
    explanation:
      "Your promise settled when the work was told to stop, and not when it had stopped. It was still putting its things away, and the caller went on as if that were done. Abort the signal, and then go on waiting: `await` the promise of the work, with no race against the clock or the abort.",
    course: "P11: cancellation",
  },
  "outer-taken-for-own": {
    title: "Somebody else's deadline taken for one's own",
    explanation:
      "The work was stopped by an abort from outside or by a scope around this one, and your scope said that its own time was up. An error's name, a flag, a look at the clock, or a reason that all scopes share cannot tell the two apart. Abort with an object that only this call has, and compare what the work ended with by `===`.",
    course: "P11: cancellation",
  },
  "own-taken-for-outer": {
    title: "A later abort in place of the deadline",
    explanation:
      "Your deadline had come first, and while the work cleaned up there was an abort from outside as well; then your promise rejected with that. What came first counts, and it is what the work ended with. Look at the error that it ended with, not at the signal from outside.",
    course: "P11: cancellation",
  },
  "late-value-lost": {
    title: "A result that comes late is thrown away",
    explanation:
      "The signal had aborted, but the work came to a result all the same, and your promise did not pass it on. Work need not obey: it may have been as good as done. Whatever it ends with is the outcome; only its reason means that it was stopped.",
    course: "P11: cancellation",
  },
  "late-error-is-timeout": {
    title: "Every failure taken for the deadline",
    explanation:
      "The work failed with an error of its own, and your scope said that the time was up. So nobody hears of what went wrong. It was your deadline only if the error is the very reason that you aborted with: compare by `===`, and throw everything else on.",
    course: "P11: cancellation",
  },
  "value-lost": {
    title: "A result that did not come along",
    explanation:
      "All went well, but the value that the work came to is missing from your result, or is in another shape than the one asked for. Put it where the caller looks for it.",
    course: "P4: async and await",
  },
  "throws-on-timeout": {
    title: "A deadline that moves on by throwing",
    explanation:
      "The time was up and your promise rejected, where the caller wants to go on without a result. Catch the reason of your own deadline, and resolve to what says so. Everything else is thrown on.",
    course: "P7: asyncio.wait_for",
  },
  "outer-signal-ignored": {
    title: "An abort from outside that goes no further",
    explanation:
      "The signal that your function was given aborted, and the work inside was not told: its own signal did not abort in that millisecond. Listen to the signal from outside, and abort the inner one with the same reason, or join the two with `AbortSignal.any`.",
    course: "P11: cancellation",
  },
  "cleanup-skipped-on-abort": {
    title: "Aborted, and never given back",
    explanation:
      "The work was aborted, and what it had borrowed was not released. Somebody else waits for it now, and soon everybody does. An abort is one more way out, like a result or a failure: release on all of them, in a `finally` or by `await using`.",
    course: "P11: cancellation",
  },
  "connection-lost": {
    title: "Taken, and lost on the way",
    explanation:
      "A connection had come, or was still to come, and nobody released it. Between the `await` that brings it and the `try` nothing may throw, and who races `acquire` against the abort never gets to see the connection that comes after all. Wait for it, and look at the signal inside the `try`.",
    course: "P9: dependencies with yield",
  },
  "cleanup-not-awaited": {
    title: "A clean-up that nobody waits for",
    explanation:
      "The release was called, and your promise settled without it. So the caller goes on while the connection is not back, and if the release fails nobody hears of it. `await connection.release()`, on every way out.",
    course: "P9: dependencies with yield",
  },
  "release-raced": {
    title: "A clean-up that an abort can disturb",
    explanation:
      "There was an abort before the release had ended, and your promise settled with that, or too early. What has begun to be given back is given back, whatever the signal says. Do not race the release, do not look at the signal after it: just `await` it.",
    course: "P11: cancellation, asyncio.shield",
  },
  "release-before-use-ends": {
    title: "Given back while it is still in use",
    explanation:
      "The connection was released before the work with it had ended, so two may talk over it at once. `return use(…)` in a `try` leaves it at once, and an abort only asks the work to end. Wait for its end, `return await use(…)`, and release then.",
    course: "P9: dependencies with yield",
  },
  "cleanup-error-wins": {
    title: "The second failure hides the first",
    explanation:
      "The work had failed or was aborted, then the release failed as well, and that is all that the caller hears of. What is thrown in a `finally` takes the place of what was on its way out. Catch what the release throws if something has failed before, or use `await using`, whose `SuppressedError` tells of both.",
    course: "P9: dependencies with yield",
  },
  "lost-release-error": {
    title: "A clean-up that fails in silence",
    explanation:
      "All had gone well but the release, and your promise resolved as if that had as well. The failure of a clean-up is hidden only if there is another one to tell. Where it is the only one, let it out.",
    course: "P9: dependencies with yield",
  },
};
