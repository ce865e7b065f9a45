// A class with `next` and `return`, in TypeScript that needs compiling.

enum State {
  Open,
  Ended,
}

class Arrivals<T> implements AsyncIterableIterator<T> {
  private state = State.Open;
  private readonly queue: (() => IteratorResult<T>)[] = [];
  private waiting: (() => void) | undefined;

  constructor(private left: number) {}

  add(take: () => IteratorResult<T>): void {
    this.queue.push(take);
    this.waiting?.();
  }

  async next(): Promise<IteratorResult<T>> {
    if (this.state === State.Ended || this.left === 0) return this.return();
    if (this.queue.length === 0) await new Promise<void>((resolve) => (this.waiting = resolve));
    this.left--;
    try {
      return this.queue.shift()!();
    } catch (error) {
      this.state = State.Ended;
      throw error;
    }
  }

  async return(): Promise<IteratorResult<T>> {
    this.state = State.Ended;
    this.queue.length = 0;
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const list = [...promises];
  const arrivals = new Arrivals<T>(list.length);
  for (const promise of list) {
    promise.then(
      (value) => arrivals.add(() => ({ value })),
      (error) => {
        arrivals.add(() => {
          throw error;
        });
      },
    );
  }
  return arrivals;
}
