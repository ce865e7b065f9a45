// fails: story (unbounded); also: start, values, failure

export class Executor {
  next = 0;
  closed = false;
  running: Promise<unknown>[] = [];

  constructor(readonly workers: { run<T>(task: () => T): Promise<T> }[]) {}

  async submit<T>(task: () => T): Promise<T> {
    if (this.closed) throw Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" });
    const running = this.workers[this.next++ % this.workers.length]!.run(task);
    this.running.push(running);
    return running;
  }

  async shutdown(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.running);
  }
}
