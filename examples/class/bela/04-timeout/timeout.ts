// Exercise 04: a time limit for an operation that may take too long.

/** Settles as `operation` does, if that comes before `ms` (default 2000), and else rejects with a TimeoutError. */
export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms?: number): Promise<T> {
  // TODO: race the operation against the clock, and abort its signal when the time is up.
  throw new Error("Not implemented yet");
}
