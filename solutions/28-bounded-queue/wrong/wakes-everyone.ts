// fails: order (wakes-everyone); also: loop
class QueueClosedError extends Error {
  constructor() {
    super("The queue is closed");
    this.name = "QueueClosedError";
  }
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  private capacity: number;
  private items: T[] = [];
  private closed = false;
  private listeners: (() => void)[] = [];

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError("The capacity must be a positive integer");
    }
    this.capacity = capacity;
  }

  private changed(): Promise<void> {
    return new Promise((resolve) => this.listeners.push(resolve));
  }

  private notifyAll(): void {
    const listeners = this.listeners;
    this.listeners = [];
    listeners.forEach((wake) => wake());
  }

  async put(item: T): Promise<void> {
    if (!this.closed && this.items.length >= this.capacity) {
      await this.changed();
    }
    if (this.closed) {
      throw new QueueClosedError();
    }
    this.items.push(item);
    this.notifyAll();
  }

  async get(): Promise<T> {
    if (!this.closed && this.items.length === 0) {
      await this.changed();
    }
    if (this.closed && this.items.length === 0) {
      throw new QueueClosedError();
    }
    const item = this.items.shift() as T;
    this.notifyAll();
    return item;
  }

  close(): void {
    this.closed = true;
    this.notifyAll();
  }

  get size(): number {
    return this.items.length;
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
