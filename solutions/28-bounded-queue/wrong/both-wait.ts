// fails: story (both-wait); also: order, items, loop

class QueueClosedError extends Error {
  constructor() {
    super("closed");
    this.name = "QueueClosedError";
  }
}

class Mutex {
  private last: Promise<void> = Promise.resolve();

  async runExclusive<R>(critical: () => Promise<R>): Promise<R> {
    const before = this.last;
    let release!: () => void;
    this.last = new Promise<void>((resolve) => (release = resolve));
    await before;
    try {
      return await critical();
    } finally {
      release();
    }
  }
}

class Condition {
  private waiting: { resolve: () => void; reject: (e: Error) => void }[] = [];

  wait(): Promise<void> {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }
  notify(): void {
    this.waiting.shift()?.resolve();
  }
  fail(make: () => Error): void {
    for (const waiter of this.waiting.splice(0)) waiter.reject(make());
  }
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  private readonly mutex = new Mutex();
  private readonly notFull = new Condition();
  private readonly notEmpty = new Condition();
  private readonly items: T[] = [];
  private readonly capacity: number;
  private closed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError("capacity");
    this.capacity = capacity;
  }

  get size(): number {
    return this.items.length;
  }

  put(item: T): Promise<void> {
    return this.mutex.runExclusive(async () => {
      if (this.closed) throw new QueueClosedError();
      while (this.items.length === this.capacity) await this.notFull.wait();
      this.items.push(item);
      this.notEmpty.notify();
    });
  }

  get(): Promise<T> {
    return this.mutex.runExclusive(async () => {
      while (this.items.length === 0) {
        if (this.closed) throw new QueueClosedError();
        await this.notEmpty.wait();
      }
      const item = this.items.shift() as T;
      this.notFull.notify();
      return item;
    });
  }

  close(): void {
    this.closed = true;
    this.notFull.fail(() => new QueueClosedError());
    this.notEmpty.fail(() => new QueueClosedError());
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
