// Each worker is the promise of its being free again; a race tells which is first.

export type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;
  readonly #free: Map<Worker, Promise<Worker>>;

  constructor(workers: Worker[]) {
    this.#free = new Map(workers.map((worker) => [worker, Promise.resolve(worker)]));
  }

  submit<T>(task: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new ExecutorShutdownError("no more tasks"));
    const started = this.#turn
      .then(() => Promise.race(this.#free.values()))
      .then((worker) => {
        const result = worker.run(task);
        this.#free.set(
          worker,
          result.then(
            () => worker,
            () => worker,
          ),
        );
        // In an object, since a promise of a promise would wait for both.
        return { result };
      });
    this.#turn = started;
    return started.then(({ result }) => result);
  }

  async shutdown(): Promise<void> {
    this.#closed = true;
    await this.#turn;
    await Promise.all(this.#free.values());
  }
}

class ExecutorShutdownError extends Error {
  static {
    ExecutorShutdownError.prototype.name = "ExecutorShutdownError";
  }
}
