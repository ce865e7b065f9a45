// fails: story (missing-return); also: start, values, failure, refusal

type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  queue: (() => unknown)[] = [];
  waiting: (() => void)[] = [];
  idle: Worker[];
  busy = 0;
  closed = false;

  constructor(workers: Worker[]) {
    this.idle = [...workers];
  }

  submit(task: () => unknown) {
    if (this.closed)
      return void Promise.reject(Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" }));
    this.queue.push(task);
    const worker = this.idle.pop();
    if (worker) this.work(worker);
  }

  shutdown(): Promise<void> {
    this.closed = true;
    if (this.busy === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async work(worker: Worker) {
    this.busy++;
    for (let task = this.queue.shift(); task; task = this.queue.shift()) {
      await worker.run(task).catch(() => {});
    }
    this.busy--;
    this.idle.push(worker);
    if (this.busy === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }
}
