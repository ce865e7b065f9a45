// fails: order (busy-wait); also: size, loop
import { setTimeout as sleep } from "node:timers/promises";

export class QueueClosedError extends Error {
  override name = "QueueClosedError";
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  #isClosed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`Not a capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  async put(item: T): Promise<void> {
    while (this.#items.length >= this.#capacity && !this.#isClosed) await sleep(1);
    if (this.#isClosed) throw new QueueClosedError("closed");
    this.#items.push(item);
  }

  async get(): Promise<T> {
    while (this.#items.length === 0 && !this.#isClosed) await sleep(1);
    if (this.#items.length === 0) throw new QueueClosedError("closed");
    return this.#items.shift()!;
  }

  close(): void {
    this.#isClosed = true;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      let item: T;
      try {
        item = await this.get();
      } catch {
        return;
      }
      yield item;
    }
  }
}
