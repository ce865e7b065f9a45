// Exercise 09: asyncio.as_completed, as an async iterator.

/** Yields the results of `promises` in the order in which they arrive, each as soon as it is there. */
export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  // TODO: watch all promises from now on, and hand out what has arrived, first come first served.
  throw new Error("Not implemented yet");
}
