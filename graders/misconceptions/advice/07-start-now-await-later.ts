// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "late-start":
    "Start it as soon as you can, and have it watched from then on. `userTask.then((user) => api.fetchPosts(user))` is a promise that you can hand to `Promise.all` in your first lines, before there is a user.",
  "sequential-await":
    "Start what needs nothing at once, and what needs the user with `userTask.then(…)`. Then all four promises are there for one `await Promise.all([…])`.",
  "partly-concurrent":
    "Start what needs nothing at once, and what needs the user with `userTask.then(…)`. Then all four promises are there for one `await Promise.all([…])`.",
  "floating-rejection":
    "Hand all four promises to one `Promise.all` before you await any: what needs the user is a promise, too, `userTask.then((user) => api.fetchPosts(user))`.",
  "forgotten-await":
    "Posts and friends need the user, not a promise of one: `userTask.then((user) => api.fetchPosts(user))`.",
  "lost-arguments":
    "Posts and friends are the user's: hand over the user just as it came, `api.fetchPosts(user)`.",
  "starts-after-failure":
    "Hang what needs the user on the user's own promise: in `userTask.then((user) => api.fetchPosts(user))` nothing is called if that fails.",
  "missing-return":
    "Write `return` in the callback of `then`, or leave out its braces: `.then((user) => api.fetchPosts(user))`.",
  "swallowed-error": "Let a failure pass: `Promise.all` rejects with the first one by itself.",
};
