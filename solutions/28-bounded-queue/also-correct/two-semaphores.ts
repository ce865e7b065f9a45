// One semaphore counts the places and one the items, and the array between them needs no rules of its own.

class QueueClosedError extends Error {
  constructor() {
    super("closed");
    this.name = "QueueClosedError";
  }
}

class Semaphore {
  count: number;
  private waiting: PromiseWithResolvers<void>[] = [];

  constructor(count: number) {
    this.count = count;
  }

  async acquire(): Promise<void> {
    if (this.count > 0) {
      this.count--;
      return;
    }
    const turn = Promise.withResolvers<void>();
    this.waiting.push(turn);
    await turn.promise;
  }

  release(): void {
    const next = this.waiting.shift();
    if (next) next.resolve();
    else this.count++;
  }

  fail(error: Error): void {
    for (const turn of this.waiting.splice(0)) turn.reject(error);
  }
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  private readonly items: T[] = [];
  private readonly places: Semaphore;
  private readonly filled = new Semaphore(0);
  private closed = false;

  constructor(capacity: number) {
    if (!Number.isSafeInteger(capacity) || capacity <= 0) throw new RangeError("capacity");
    this.places = new Semaphore(capacity);
  }

  get size() {
    return this.items.length;
  }

  async put(item: T): Promise<void> {
    if (this.closed) throw new QueueClosedError();
    await this.places.acquire();
    this.items.push(item);
    this.filled.release();
  }

  async get(): Promise<T> {
    if (this.closed && this.filled.count === 0) throw new QueueClosedError();
    await this.filled.acquire();
    const item = this.items.shift()!;
    // Nobody is let in any more; who waited has been sent away.
    this.places.release();
    return item;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.places.fail(new QueueClosedError());
    this.filled.fail(new QueueClosedError());
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    try {
      while (true) yield await this.get();
    } catch (error) {
      if (!(error instanceof QueueClosedError)) throw error;
    }
  }
}
