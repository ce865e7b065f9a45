// Exercise 10: asyncio.wait with FIRST_COMPLETED, for those who only want a success.

/** Starts all attempts at once and resolves to the first result; the attempts that are still running are aborted. */
export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  // TODO: start every attempt with a signal of its own, wait for the first that succeeds, and stop the others.
  throw new Error("Not implemented yet");
}
