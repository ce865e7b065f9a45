// fails: story (others-unused); also: start, values

type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  closed = false;
  last: Promise<unknown> = Promise.resolve();

  constructor(readonly workers: Worker[]) {}

  async submit<T>(task: () => T): Promise<T> {
    if (this.closed) throw Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" });
    const result = this.last.then(() => this.workers[0]!.run(task));
    this.last = result.catch(() => {});
    return result;
  }

  async shutdown(): Promise<void> {
    this.closed = true;
    await this.last;
  }
}
