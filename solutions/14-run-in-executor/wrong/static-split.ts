// fails: start (static-split)

type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  next = 0;
  closed = false;
  last: Promise<unknown>[];

  constructor(readonly workers: Worker[]) {
    this.last = workers.map(() => Promise.resolve());
  }

  async submit<T>(task: () => T): Promise<T> {
    if (this.closed) throw Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" });
    const at = this.next++ % this.workers.length;
    const result = this.last[at]!.then(() => this.workers[at]!.run(task));
    this.last[at] = result.catch(() => {});
    return result;
  }

  async shutdown(): Promise<void> {
    this.closed = true;
    await Promise.all(this.last);
  }
}
