// Exercise 30: to try again, later each time, and to know when to stop.

export type RetryOptions = {
  /** How many attempts there may be in all, at least 1. */
  attempts: number;
  /** The wait after the first failure, in ms. */
  baseMs: number;
  /** How many times longer each further wait is; 2 if not given. */
  factor?: number;
  /** The longest wait, in ms. */
  maxMs?: number;
  /** Makes another wait of each. */
  jitter?: (ms: number) => number;
  /** Whether it makes sense to try again after this error; yes if not given. */
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
};

/** Attempts the operation until it succeeds, and waits longer after each failure; rejects with the last error. */
export function retry<T>(operation: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  // TODO: attempt, and if that fails wait and attempt again; unless that was the last time, or nobody wants it any more.
  throw new Error("Not implemented yet");
}
