// Callbacks, an enum for the executor's state, and a parameter property.

export type Worker = { run<T>(task: () => T): Promise<T> };

enum State {
  Open,
  Closing,
  Closed,
}

namespace Errors {
  export class ExecutorShutdownError extends Error {
    constructor(readonly state: State) {
      super(`The executor is ${State[state]}`);
      this.name = "ExecutorShutdownError";
    }
  }
}

export class Executor {
  private state = State.Open;
  private readonly busy = new Set<Worker>();
  private readonly pending: ((worker: Worker) => void)[] = [];
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly workers: readonly Worker[]) {}

  submit<T>(task: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.state !== State.Open) throw new Errors.ExecutorShutdownError(this.state);
      this.pending.push((worker) => {
        this.busy.add(worker);
        const free = () => {
          this.busy.delete(worker);
          this.next();
        };
        worker.run(task).then(
          (value) => {
            free();
            resolve(value);
          },
          (error) => {
            free();
            reject(error);
          },
        );
      });
      this.next();
    });
  }

  shutdown(): Promise<void> {
    if (this.state === State.Open) this.state = State.Closing;
    return new Promise((resolve) => {
      this.listeners.push(resolve);
      this.next();
    });
  }

  private next(): void {
    const idle = this.workers.find((worker) => !this.busy.has(worker));
    if (idle) this.pending.shift()?.(idle);
    if (this.state === State.Open || this.busy.size > 0) return;
    this.state = State.Closed;
    for (const tell of this.listeners.splice(0)) tell();
  }
}
