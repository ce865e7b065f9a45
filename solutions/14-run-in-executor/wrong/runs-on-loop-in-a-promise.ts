// fails: story (runs-on-loop); also: start, values, failure, shutdown, shutdown-again, apart

export class Executor {
  running: Promise<unknown>[] = [];
  closed = false;

  constructor(_workers: { run<T>(task: () => T): Promise<T> }[]) {}

  async submit<T>(task: () => T): Promise<T> {
    if (this.closed) throw Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" });
    const running = new Promise<T>((resolve) => setImmediate(() => resolve(task())));
    this.running.push(running);
    return running;
  }

  async shutdown(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.running);
  }
}
