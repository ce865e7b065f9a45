// Exercise 27: a long list, and so much at once.

/** Maps all items, at most `limit` at once, and resolves to the results in the items' order. */
export function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  // TODO: take an item only when its mapper can start.
  throw new Error("Not implemented yet");
}
