// fails: start (barging); also: shutdown

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
    try {
      const v = await worker.run(job.task);
      this.idle.push(worker);
      job.resolve(v);
    } catch (e) {
      this.idle.push(worker);
      job.reject(e);
    }
    this.busy--;
    await null;
    await null;
    await null;
    while (this.queue.length && this.idle.length) this.work(this.idle.pop()!, this.queue.shift());
    if (!this.busy) for (const r of this.waiting.splice(0)) r();
  }
}
