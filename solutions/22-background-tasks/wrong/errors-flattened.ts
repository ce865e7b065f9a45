// fails: failure (errors-flattened)

export class BackgroundTasks {
  readonly #onError: (error: unknown) => void;
  readonly #waiting: (() => void)[] = [];
  #pending = 0;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  get pending(): number {
    return this.#pending;
  }

  spawn(task: () => Promise<void> | void): void {
    void this.#run(task);
  }

  drain(): Promise<void> {
    return this.#pending === 0 ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  async #run(task: () => Promise<void> | void): Promise<void> {
    this.#pending++;
    try {
      await task();
    } catch (error) {
      const errors = error instanceof AggregateError ? error.errors : [error];
      for (const each of errors) this.#onError(each);
    }
    this.#pending--;
    if (this.#pending === 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
