// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "forgotten-await":
    "Wait for the burgers: `const burgers = await getBurgers(count)`, in a function that is marked `async`.",
  "leaves-before-tasks-end":
    "What a callback of `then` makes is there only when it has run: wait for the burgers with `await`, or return the promise that `then` gives you, and the text in its callback.",
  "not-called": "Call the kitchen: `await getBurgers(count)`.",
  "lost-arguments": "Tell the kitchen how many, whatever the number is: `getBurgers(count)`.",
  "wrong-format":
    'Compare the two texts character by character. An array inside a template string is joined by a bare comma; `burgers.join(", ")` joins with comma and space.',
  "hard-coded":
    'Build the text from the list that the kitchen delivers, however long it is: `burgers.join(", ")`.',
  "sequential-await":
    "Let each order wait for its own promise only: it needs nothing that lies outside the function.",
};
