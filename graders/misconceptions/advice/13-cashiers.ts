// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "sequential-await":
    "Give each cashier a loop of its own that takes the next order and makes it. Start the loops of all cashiers together, and wait for all of them.",
  "others-unused": "Give each of the `cashiers` a loop of its own, all of which take from one line.",
  unbounded:
    "Ask a cashier for an order only when the one before is made: a loop for each cashier, with `await` inside.",
  "repeated-call":
    "Take an order and move on to the next in one step, before any `await`: `const index = next++`.",
  "late-start":
    "Hand out the next order in the very instant in which a cashier is free: when its `prepare` settles, with no timer between.",
  "busy-wait":
    "Whoever is free is known when a `prepare` settles: let that cashier take the next order then.",
};
