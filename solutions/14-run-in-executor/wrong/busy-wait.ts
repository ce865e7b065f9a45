// fails: story (busy-wait); also: start, values, shutdown

type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  closed = false;
  open = 0;

  constructor(readonly workers: Worker[]) {}

  async submit<T>(task: () => T): Promise<T> {
    if (this.closed) throw Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" });
    this.open++;
    try {
      for (;;) {
        for (const worker of this.workers) {
          try {
            return await worker.run(task);
          } catch (error) {
            if (!(error instanceof Error) || error.message !== "worker is busy") throw error;
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    } finally {
      this.open--;
    }
  }

  async shutdown(): Promise<void> {
    this.closed = true;
    while (this.open > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
