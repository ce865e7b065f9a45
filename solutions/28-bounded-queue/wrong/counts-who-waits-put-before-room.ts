// fails: size (counts-who-waits); also: close

export class QueueClosedError extends Error {
  name = "QueueClosedError";
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  #capacity: number;
  #items: T[] = [];
  #putters: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  #getters: { resolve: (item: T) => void; reject: (error: unknown) => void }[] = [];
  #closed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError("capacity must be a positive integer");
    }
    this.#capacity = capacity;
  }

  async put(item: T): Promise<void> {
    if (this.#closed) throw new QueueClosedError("closed");
    if (this.#getters.length > 0) {
      this.#getters.shift()!.resolve(item);
      return;
    }
    this.#items.push(item);
    if (this.#items.length > this.#capacity) {
      await new Promise<void>((resolve, reject) => {
        this.#putters.push({ resolve, reject });
      });
    }
  }

  async get(): Promise<T> {
    if (this.#items.length > 0) {
      const item = this.#items.shift()!;
      this.#putters.shift()?.resolve();
      return item;
    }
    if (this.#closed) throw new QueueClosedError("closed");
    return new Promise((resolve, reject) => {
      this.#getters.push({ resolve, reject });
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#putters.forEach((putter) => putter.reject(new QueueClosedError("closed")));
    this.#getters.forEach((getter) => getter.reject(new QueueClosedError("closed")));
    this.#putters = [];
    this.#getters = [];
  }

  get size(): number {
    return this.#items.length;
  }

  async *[Symbol.asyncIterator]() {
    while (true) {
      try {
        yield await this.get();
      } catch {
        return;
      }
    }
  }
}
