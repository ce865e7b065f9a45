// What to do about a mistake in this exercise, where the common advice is too general for it.
import type { Advice } from "../misconception.ts";

export const advice: Advice = {
  "sequential-await":
    "Hand a task to any worker that is idle, at once; only if there is none it waits in a queue.",
  "others-unused": "Remember of every worker whether it is idle, and hand each task to one that is.",
  unbounded:
    "Remember which workers are idle. A task that finds none waits in a queue, and whoever ends takes the first of it.",
  "busy-wait": "Whoever is idle is known when a `run` settles: let that worker take the next task then.",
  "missing-return":
    "`submit` returns a promise at once, which settles as the task does; and so does `shutdown`.",
};
