// fails: order (overtaken); also: loop
export class QueueClosedError extends Error {
  override name = "QueueClosedError";
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  #putters: (() => void)[] = [];
  #getters: (() => void)[] = [];
  #isClosed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`Not a capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  async put(item: T): Promise<void> {
    if (this.#isClosed) throw new QueueClosedError("closed");
    while (this.#items.length >= this.#capacity) {
      await new Promise<void>((wake) => this.#putters.push(wake));
      if (this.#isClosed) throw new QueueClosedError("closed");
    }
    this.#items.push(item);
    this.#getters.shift()?.();
  }

  async get(): Promise<T> {
    while (this.#items.length === 0) {
      if (this.#isClosed) throw new QueueClosedError("closed");
      await new Promise<void>((wake) => this.#getters.push(wake));
    }
    const item = this.#items.shift()!;
    this.#putters.shift()?.();
    return item;
  }

  close(): void {
    this.#isClosed = true;
    for (const wake of [...this.#putters, ...this.#getters]) wake();
    this.#putters = [];
    this.#getters = [];
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
