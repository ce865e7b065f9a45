// What to do in 20, in its own words.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "throw-loses-rest":
    "Call each callback in a `try` of its own, in a microtask of its own: then none can keep the next from its turn.",
};
