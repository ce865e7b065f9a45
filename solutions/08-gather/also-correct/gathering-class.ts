// A class with parameter properties, an enum of states, and a thenable of its own.

export interface GatherOptions {
  returnExceptions?: boolean;
}

enum State {
  Running,
  Done,
}

class Gathering<T> implements PromiseLike<unknown[]> {
  private readonly slots = new Map<number, unknown>();
  private readonly outcome = Promise.withResolvers<unknown[]>();
  private state = State.Running;

  constructor(
    private readonly tasks: (() => Promise<T>)[],
    private readonly keepFailures: boolean,
  ) {
    tasks.forEach((task, index) => void this.run(task, index));
    this.settle();
  }

  // biome-ignore lint/suspicious/noThenProperty: a thenable is the point of this class.
  then<A = unknown[], B = never>(
    onFulfilled?: ((value: unknown[]) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.outcome.promise.then(onFulfilled, onRejected);
  }

  private async run(task: () => Promise<T>, index: number): Promise<void> {
    try {
      this.slots.set(index, await task());
    } catch (error) {
      if (!this.keepFailures) return this.fail(error);
      this.slots.set(index, error);
    }
    this.settle();
  }

  private fail(error: unknown): void {
    this.state = State.Done;
    this.outcome.reject(error);
  }

  private settle(): void {
    if (this.state === State.Done || this.slots.size < this.tasks.length) return;
    this.outcome.resolve(this.tasks.map((_, index) => this.slots.get(index)));
  }
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  { returnExceptions }: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return new Gathering([...tasks], returnExceptions === true);
}
