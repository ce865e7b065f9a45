// fails: close (refused-item-kept); also: size
export class QueueClosedError extends Error {
  override name = "QueueClosedError";
}

interface Putter<T> {
  item: T;
  resolve(): void;
  reject(error: unknown): void;
}
interface Getter<T> {
  resolve(item: T): void;
  reject(error: unknown): void;
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  readonly #putters: Putter<T>[] = [];
  readonly #getters: Getter<T>[] = [];
  #isClosed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError(`A capacity must be a positive integer: it is ${capacity}`);
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  put(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new QueueClosedError("The queue is closed"));
      this.#putters.push({ item, resolve, reject });
      this.#match();
    });
  }

  get(): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#getters.push({ resolve, reject });
      this.#match();
      if (this.#isClosed) this.#sendAway();
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#sendAway();
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

  /** Puts in what there is room for, and hands out what somebody waits for. */
  #match(): void {
    for (;;) {
      if (this.#items.length < this.#capacity && this.#putters.length > 0) {
        const { item, resolve } = this.#putters.shift()!;
        this.#items.push(item);
        resolve();
      } else if (this.#items.length > 0 && this.#getters.length > 0)
        this.#getters.shift()!.resolve(this.#items.shift()!);
      else return;
    }
  }

  #sendAway(): void {
    const error = new QueueClosedError("The queue is closed");
    for (const { reject } of [...this.#putters, ...this.#getters.splice(0)]) reject(error);
  }
}
