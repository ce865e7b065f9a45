// fails: loop (falsy-is-nothing)
const closedError = () => Object.assign(new Error("The queue is closed"), { name: "QueueClosedError" });

export class BoundedQueue<T> implements AsyncIterable<T> {
  #capacity: number;
  #items: T[] = [];
  #putters: [item: T, resolve: () => void, reject: (e: Error) => void][] = [];
  #getters: [resolve: (item: T) => void, reject: (e: Error) => void][] = [];
  #closed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError("capacity must be a positive integer");
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  put(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(closedError());
      if (this.#getters.length > 0) {
        const [give] = this.#getters.shift()!;
        give(item);
        resolve();
      } else if (this.#items.length < this.#capacity) {
        this.#items.push(item);
        resolve();
      } else {
        this.#putters.push([item, resolve, reject]);
      }
    });
  }

  get(): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#items.length > 0) {
        resolve(this.#items.shift() as T);
        if (this.#putters.length > 0) {
          const [item, placed] = this.#putters.shift()!;
          this.#items.push(item);
          placed();
        }
      } else if (this.#closed) {
        reject(closedError());
      } else {
        this.#getters.push([resolve, reject]);
      }
    });
  }

  close(): void {
    this.#closed = true;
    for (const [, , reject] of this.#putters.splice(0)) reject(closedError());
    for (const [, reject] of this.#getters.splice(0)) reject(closedError());
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    let item: T | null;
    while ((item = await this.get().catch(() => null)) != null) {
      yield item;
    }
  }
}
