// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "wrong-combinator":
    "Whoever is first decides, be it a success or a failure: `Promise.race([call, cancelled])`.",
  "input-not-result": "Use the user that you got: `user.id`.",
  "forgotten-await": "Wait for each in its turn: `await` the user, and then `await` the posts.",
  "waits-for-operation":
    "Do not just await a call: race it against a promise that rejects when the signal aborts.",
  "wrong-format":
    "Compare character by character: the result is `{ user, posts }`, and the line is `Task was cancelled!`",
  "lost-reason": "Throw `signal.reason`, and read it when the abort has come: before that there is none.",
  "generic-error":
    "After an abort reject with `signal.reason`; else with the very error of the call that failed.",
};
