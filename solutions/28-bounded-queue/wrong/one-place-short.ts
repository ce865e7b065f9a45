// fails: story (one-place-short); also: order, close, loop
// Ring buffer: no array is ever shifted.

function closedError(): Error {
  const error = new Error("Queue closed");
  error.name = "QueueClosedError";
  return error;
}

interface Waiting<V> {
  resolve(value: V): void;
  reject(error: Error): void;
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  private readonly capacity: number;
  private readonly ring: T[] = [];
  private head = 0;
  private tail = 0;
  private readonly givers: (Waiting<void> & { item: T })[] = [];
  private readonly takers: Waiting<T>[] = [];
  private closed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError("Not a positive integer: " + String(capacity));
    this.capacity = capacity;
  }

  private get isEmpty(): boolean {
    return this.head === this.tail;
  }

  private get isFull(): boolean {
    return (this.tail + 1) % this.capacity === this.head;
  }

  private enqueue(item: T): void {
    this.ring[this.tail] = item;
    this.tail = (this.tail + 1) % this.capacity;
  }

  private dequeue(): T {
    const item = this.ring[this.head] as T;
    this.ring[this.head] = undefined as T;
    this.head = (this.head + 1) % this.capacity;
    return item;
  }

  get size(): number {
    return (this.tail - this.head + this.capacity) % this.capacity;
  }

  put(item: T): Promise<void> {
    if (this.closed) return Promise.reject(closedError());
    const taker = this.takers.shift();
    if (taker !== undefined) {
      taker.resolve(item);
      return Promise.resolve();
    }
    if (!this.isFull) {
      this.enqueue(item);
      return Promise.resolve();
    }
    return new Promise<void>((resolve, reject) => {
      this.givers.push({ item, resolve, reject });
    });
  }

  get(): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (!this.isEmpty) {
        resolve(this.dequeue());
        const giver = this.givers.shift();
        if (giver !== undefined) {
          this.enqueue(giver.item);
          giver.resolve();
        }
      } else if (this.closed) {
        reject(closedError());
      } else {
        this.takers.push({ resolve, reject });
      }
    });
  }

  close(): void {
    this.closed = true;
    while (this.givers.length > 0) this.givers.shift()!.reject(closedError());
    while (this.takers.length > 0) this.takers.shift()!.reject(closedError());
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
