// fails: order (overtaken)
export class QueueClosedError extends Error {
  override name = "QueueClosedError";
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  #putters: PromiseWithResolvers<void>[] = [];
  #getters: PromiseWithResolvers<T>[] = [];
  #isClosed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`Not a capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  async put(item: T): Promise<void> {
    for (;;) {
      if (this.#isClosed) throw new QueueClosedError("closed");
      const getter = this.#getters.shift();
      if (getter) return getter.resolve(item);
      if (this.#items.length < this.#capacity) break;
      const room = Promise.withResolvers<void>();
      this.#putters.push(room);
      await room.promise;
    }
    this.#items.push(item);
  }

  async get(): Promise<T> {
    if (this.#items.length > 0) {
      this.#putters.shift()?.resolve();
      return this.#items.shift()!;
    }
    if (this.#isClosed) throw new QueueClosedError("closed");
    const getter = Promise.withResolvers<T>();
    this.#getters.push(getter);
    return getter.promise;
  }

  close(): void {
    this.#isClosed = true;
    for (const { resolve } of this.#putters.splice(0)) resolve();
    for (const { reject } of this.#getters.splice(0)) reject(new QueueClosedError("closed"));
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
