// A pool of workers as promises: whoever wants one takes the first promise in line.

export type Worker = { run<T>(task: () => T): Promise<T> };

class ExecutorShutdownError extends Error {
  override name = "ExecutorShutdownError";
}

export class Executor {
  private readonly free: Worker[];
  private readonly line: PromiseWithResolvers<Worker>[] = [];
  private readonly running = new Set<Promise<unknown>>();
  private open = true;

  constructor(workers: Worker[]) {
    this.free = workers.slice();
  }

  async submit<T>(task: () => T): Promise<T> {
    if (!this.open) throw new ExecutorShutdownError("Closed");
    const job = this.runWhenFree(task);
    this.running.add(job);
    try {
      return await job;
    } finally {
      this.running.delete(job);
    }
  }

  async shutdown(): Promise<void> {
    this.open = false;
    await Promise.allSettled(this.running);
  }

  private async runWhenFree<T>(task: () => T): Promise<T> {
    const worker = this.free.shift() ?? (await this.nextFree());
    try {
      return await worker.run(task);
    } finally {
      const next = this.line.shift();
      if (next) next.resolve(worker);
      else this.free.push(worker);
    }
  }

  private nextFree(): Promise<Worker> {
    const turn = Promise.withResolvers<Worker>();
    this.line.push(turn);
    return turn.promise;
  }
}
