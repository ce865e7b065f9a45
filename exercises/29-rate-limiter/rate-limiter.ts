// Exercise 29: at most so many starts in any stretch of time.

export interface RateLimit {
  /** How many tasks may start within `perMs`: a positive integer. */
  limit: number;
  /** Milliseconds: a positive integer. */
  perMs: number;
}

/** Makes a function that starts each task as soon as the limit allows, and settles as the task does. */
export function createRateLimiter(options: RateLimit): <T>(task: () => Promise<T>) => Promise<T> {
  // TODO: remember when the last tasks started, and who waits; start who may, and wait for the next moment.
  throw new Error("Not implemented yet");
}
