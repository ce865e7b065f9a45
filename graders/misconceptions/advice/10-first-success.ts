// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "not-called":
    "The attempts are functions. Call each one, with a signal of its own, and wait for the promises that you get.",
  "bad-input-accepted":
    "Without any attempt nobody can succeed: reject with an `AggregateError` of no errors, as `Promise.any` does.",
  "wrong-combinator": "The first success decides, and failures pass: `Promise.any`.",
  "generic-error":
    "If all fail, reject with an `AggregateError` whose `errors` are the failures, in the order of the attempts.",
  "wrapped-error": "Put the failures themselves into `errors`: no new errors, and not their messages.",
  "sync-throw-escapes":
    "Start each attempt inside an `async` function of its own: there a throw becomes a rejection.",
  "wrong-format": "Resolve to the winner's value itself, without what you need beside it.",
};
