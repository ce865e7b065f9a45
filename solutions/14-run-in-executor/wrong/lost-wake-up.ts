// fails: start (lost-wake-up)

export type Worker = { run<T>(task: () => T): Promise<T> };
export class Executor {
  idle: Worker[];
  queue: any[] = [];
  waiting: (() => void)[] = [];
  closed = false;
  busy = 0;
  constructor(workers: Worker[]) {
    this.idle = [...workers];
  }
  submit<T>(task: () => T): Promise<T> {
    if (this.closed) {
      const e = new Error("x");
      e.name = "ExecutorShutdownError";
      return Promise.reject(e);
    }
    return new Promise<T>((resolve, reject) => {
      const job = { task, resolve, reject };
      const worker = this.idle.pop();
      if (worker) this.work(worker, job);
      else this.queue.push(job);
    });
  }
  shutdown(): Promise<void> {
    this.closed = true;
    if (!this.busy) return Promise.resolve();
    return new Promise((r) => this.waiting.push(r));
  }
  async work(worker: Worker, job: any) {
    this.busy++;
    await worker.run(job.task).then(job.resolve, job.reject);
    const next = this.queue.shift();
    this.busy--;
    if (next) return this.work(worker, next);
    // nobody waits: after the others in this turn it is idle
    await null;
    await null;
    await null;
    this.idle.push(worker);
    if (!this.busy) for (const r of this.waiting.splice(0)) r();
  }
}
