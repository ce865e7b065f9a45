// fails: story (retry-in-place-of-queue)

type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  closed = false;
  open = 0;
  waiting: (() => void)[] = [];

  constructor(readonly workers: Worker[]) {}

  async submit<T>(task: () => T): Promise<T> {
    if (this.closed) throw Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" });
    this.open++;
    try {
      return await this.ask(task);
    } finally {
      this.open--;
      if (this.open === 0) for (const resolve of this.waiting.splice(0)) resolve();
    }
  }

  async ask<T>(task: () => T): Promise<T> {
    for (let turn = 0; ; turn++) {
      try {
        return await this.workers[turn % this.workers.length]!.run(task);
      } catch (error) {
        if ((error as Error).message !== "worker is busy") throw error;
      }
    }
  }

  async shutdown(): Promise<void> {
    this.closed = true;
    if (this.open > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
