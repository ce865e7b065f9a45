// fails: order (twins-merged)
class QueueClosedError extends Error {
  override readonly name = "QueueClosedError";
}

type Settle = { resolve: () => void; reject: (reason: unknown) => void };

export class BoundedQueue<T> implements AsyncIterable<T> {
  #capacity: number;
  #items: T[] = [];
  // a Map keeps the order of insertion, so the first entry has waited longest
  #waitingToPut = new Map<T, Settle>();
  #waitingToGet: { resolve: (item: T) => void; reject: (reason: unknown) => void }[] = [];
  #closed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError("The capacity must be a positive integer.");
    }
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  async put(item: T): Promise<void> {
    if (this.#closed) throw new QueueClosedError();
    const getter = this.#waitingToGet.shift();
    if (getter) return getter.resolve(item);
    if (this.#items.length < this.#capacity) {
      this.#items.push(item);
      return;
    }
    return new Promise<void>((resolve, reject) => {
      this.#waitingToPut.set(item, { resolve, reject });
    });
  }

  async get(): Promise<T> {
    if (this.#items.length > 0) {
      const item = this.#items.shift() as T;
      for (const [next, { resolve }] of this.#waitingToPut) {
        this.#waitingToPut.delete(next);
        this.#items.push(next);
        resolve();
        break;
      }
      return item;
    }
    if (this.#closed) throw new QueueClosedError();
    return new Promise<T>((resolve, reject) => {
      this.#waitingToGet.push({ resolve, reject });
    });
  }

  close(): void {
    this.#closed = true;
    for (const { reject } of this.#waitingToPut.values()) reject(new QueueClosedError());
    this.#waitingToPut.clear();
    for (const { reject } of this.#waitingToGet) reject(new QueueClosedError());
    this.#waitingToGet = [];
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
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
