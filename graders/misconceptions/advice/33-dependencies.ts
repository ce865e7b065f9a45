// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "forgotten-await":
    "`await` what `provide` gives, and what a generator's `next()` gives: of values and sync generators that does no harm.",
  "generator-not-driven":
    "Call its `next()` once: what that yields is the value. Whether it is a generator, sync or async, what `provide` returned tells, not `provide`.",
  "input-refused":
    "A name that two others need is in no circle: only what needs itself is, by whatever way. Take a name off the path again when you have visited what it needs.",
  "leaves-before-cleanup": "Await each tear-down, and only then return or throw.",
  "lost-arguments": "Call each `provide` with the values that there are so far, and the handler with all.",
};
