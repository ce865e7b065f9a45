// Exercise 28: a queue between those who make and those who take.

/** Holds at most `capacity` items: who puts waits while it is full, who gets while it is empty. */
export class BoundedQueue<T> implements AsyncIterable<T> {
  constructor(capacity: number) {
    // TODO: keep the items, those who wait to put, and those who wait to get.
  }

  /** Resolves when the item is in the queue. Rejects with a QueueClosedError once the queue is closed. */
  put(item: T): Promise<void> {
    throw new Error("Not implemented yet");
  }

  /** Resolves to the first item. Rejects with a QueueClosedError once the queue is closed and empty. */
  get(): Promise<T> {
    throw new Error("Not implemented yet");
  }

  /** From now on nothing is put any more. */
  close(): void {
    throw new Error("Not implemented yet");
  }

  /** How many items lie in the queue. */
  get size(): number {
    throw new Error("Not implemented yet");
  }

  /** Gets one item after the other, until the queue is closed and empty. */
  [Symbol.asyncIterator](): AsyncIterator<T> {
    throw new Error("Not implemented yet");
  }
}
