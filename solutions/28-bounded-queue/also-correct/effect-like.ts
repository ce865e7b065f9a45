// A strategy for those who are too many, takers with a deferred each, and an exit that all of them share.

interface Deferred<A> {
  succeed(value: A): void;
  fail(error: unknown): void;
  readonly await: Promise<A>;
}

const deferred = <A>(): Deferred<A> => {
  const { promise, resolve, reject } = Promise.withResolvers<A>();
  return { succeed: resolve, fail: reject, await: promise };
};

const BackPressure = <A>() => {
  const putters: [value: A, deferred: Deferred<boolean>][] = [];
  return {
    isEmpty: () => putters.length === 0,
    handleSurplus(value: A) {
      const own = deferred<boolean>();
      putters.push([value, own]);
      return own.await;
    },
    onQueueEmptySpace(offer: (value: A) => boolean) {
      while (putters.length > 0) {
        const [value, own] = putters[0]!;
        if (!offer(value)) return;
        putters.shift();
        own.succeed(true);
      }
    },
    shutdown() {
      for (const [, own] of putters.splice(0)) own.succeed(false);
    },
  };
};

class QueueClosedError extends Error {
  readonly _tag = "QueueClosedError";
  override readonly name = this._tag;
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  private mutable: T[] = [];
  private takers: Deferred<T>[] = [];
  private readonly strategy = BackPressure<T>();
  private shutdownFlag: undefined | { exit: QueueClosedError };
  private readonly bound: number;

  constructor(capacity: number) {
    if (Number.isInteger(capacity) && capacity > 0) this.bound = capacity;
    else throw new RangeError("capacity must be a positive integer");
  }

  get size() {
    return this.mutable.length;
  }

  private offerAll(value: T): boolean {
    if (this.takers.length > 0) {
      this.takers.shift()!.succeed(value);
      return true;
    }
    if (this.mutable.length >= this.bound) return false;
    this.mutable.push(value);
    return true;
  }

  async put(item: T): Promise<void> {
    if (this.shutdownFlag) throw this.shutdownFlag.exit;
    if (this.strategy.isEmpty() && this.offerAll(item)) return;
    const accepted = await this.strategy.handleSurplus(item);
    if (!accepted) throw this.shutdownFlag!.exit;
  }

  async get(): Promise<T> {
    if (this.mutable.length > 0) {
      const [item] = this.mutable.splice(0, 1);
      this.strategy.onQueueEmptySpace((value) => this.offerAll(value));
      return item!;
    }
    if (this.shutdownFlag) throw this.shutdownFlag.exit;
    const own = deferred<T>();
    this.takers.push(own);
    return own.await;
  }

  close(): void {
    this.shutdownFlag ??= { exit: new QueueClosedError("interrupted") };
    this.strategy.shutdown();
    const { exit } = this.shutdownFlag;
    this.takers.splice(0).forEach((taker) => {
      taker.fail(exit);
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    const next = async (): Promise<IteratorResult<T>> => {
      try {
        return { value: await this.get(), done: false };
      } catch (exit) {
        if (exit === this.shutdownFlag?.exit) return { value: undefined, done: true };
        throw exit;
      }
    };
    return { next, return: async () => ({ value: undefined, done: true }) };
  }
}
