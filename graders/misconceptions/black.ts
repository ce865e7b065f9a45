// Mistakes of the black belt, 31–35: the server.
import type { Misconception } from "./misconception.ts";

export const black: Record<string, Misconception> = {
  "async-on-thread": {
    title: "An `async def` handler on a thread",
    explanation:
      "A handler that awaits was handed to a thread. It has no use for one: it would wait there for what only the event loop can bring, and meanwhile one that blocks has to do without.",
    advice: "Call it where the request comes in, and return its promise.",
    course: "P9: path operation functions and the thread pool",
  },
  "async-waits-for-pool": {
    title: "Waiting for a thread that it does not need",
    explanation:
      "A handler that runs on the event loop was called only when a thread was free. Threads are for those that block; whoever awaits holds up nobody, and can begin at once.",
    advice: "Keep the line for `def` handlers alone.",
    course: "P9: path operation functions and the thread pool",
  },
  "limit-per-handler": {
    title: "A pool for each handler",
    explanation:
      "Each handler counted its own requests, so with several of them more threads were at work than there are. The threads are the same for all.",
    advice:
      "Keep the number of free threads, and the line of those who wait, where the dispatcher is made, and not where a handler is.",
    course: "P9: path operation functions and the thread pool",
  },
  "released-too-early": {
    title: "A thread given back by its own job",
    explanation:
      "The job itself said that its thread is free, and the next request had it while the job was still at work. What a job does belongs to the thread: on the event loop only the promise of `toThread` tells that it has ended.",
    advice:
      "Wait for that promise, and give the thread back then: `try { return await toThread(…) } finally { … }`.",
    course: "P9: path operation functions and the thread pool",
  },
};
