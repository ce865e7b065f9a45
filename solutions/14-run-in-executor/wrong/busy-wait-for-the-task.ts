// fails: values (busy-wait); also: shutdown

export type Worker = { run<T>(task: () => T): Promise<T> };

interface Job {
  task: () => unknown;
  resolve: (value: any) => void;
  reject: (reason: unknown) => void;
}

export class Executor {
  readonly #idle: Worker[];
  readonly #queue: Job[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #closed = false;

  constructor(workers: Worker[]) {
    this.#idle = [...workers];
  }

  submit<T>(task: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(shutdownError());
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      const worker = this.#idle.pop();
      if (worker) this.#work(worker);
    });
  }

  shutdown(): Promise<void> {
    this.#closed = true;
    if (this.#busy === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async #work(worker: Worker): Promise<void> {
    this.#busy++;
    for (let job = this.#queue.shift(); job; job = this.#queue.shift()) {
      await polled(worker.run(job.task)).then(job.resolve, job.reject);
    }
    this.#busy--;
    this.#idle.push(worker);
    // While a worker is busy it will see to the queue: with none busy, nothing is left.
    if (this.#busy === 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

function shutdownError(): Error {
  const error = new Error("The executor has been shut down");
  error.name = "ExecutorShutdownError";
  return error;
}

/** Looks every so often whether it has settled. */
async function polled<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  promise.then(end, end);
  while (!over) await new Promise((resolve) => setTimeout(resolve, 10));
  return promise;
}
