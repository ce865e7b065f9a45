// fails: order (one-waiter-only); also: close, loop
class QueueClosedError extends Error {
  constructor() {
    super("closed");
    this.name = "QueueClosedError";
  }
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  capacity: number;
  items: T[] = [];
  baker: { item: T; resolve: () => void; reject: (e: Error) => void } | null = null;
  seller: { resolve: (item: T) => void; reject: (e: Error) => void } | null = null;
  closed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError("capacity must be a positive integer");
    this.capacity = capacity;
  }

  get size(): number {
    return this.items.length;
  }

  put(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        reject(new QueueClosedError());
      } else if (this.seller !== null) {
        const seller = this.seller;
        this.seller = null;
        seller.resolve(item);
        resolve();
      } else if (this.items.length < this.capacity) {
        this.items.push(item);
        resolve();
      } else {
        this.baker = { item, resolve, reject };
      }
    });
  }

  get(): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.items.length > 0) {
        resolve(this.items.shift()!);
        if (this.baker !== null) {
          const baker = this.baker;
          this.baker = null;
          this.items.push(baker.item);
          baker.resolve();
        }
      } else if (this.closed) {
        reject(new QueueClosedError());
      } else {
        this.seller = { resolve, reject };
      }
    });
  }

  close(): void {
    this.closed = true;
    if (this.baker !== null) this.baker.reject(new QueueClosedError());
    if (this.seller !== null) this.seller.reject(new QueueClosedError());
    this.baker = null;
    this.seller = null;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    while (true) {
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
