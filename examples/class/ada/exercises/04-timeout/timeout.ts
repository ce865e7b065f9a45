import { Deadline } from "./deadline.ts";

export function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const deadline = new Deadline<T>(ms);
  // Inside a promise, so that an operation that throws at once is a rejection like any other.
  new Promise<T>((resolve) => resolve(operation(deadline.signal))).then(deadline.resolve, deadline.reject);
  return deadline.outcome;
}
