// fails: shutdown (shutdown-hangs)

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
  work(worker: Worker, job: any) {
    this.busy++;
    const ended = () => {
      const next = this.queue.shift();
      if (next) {
        this.busy--;
        return this.work(worker, next);
      }
      this.idle.push(worker);
      if (this.busy === 1) for (const r of this.waiting.splice(0)) r();
      Promise.resolve()
        .then(() => {})
        .then(() => {})
        .then(() => this.busy--);
    };
    worker.run(job.task).then(
      (v) => {
        ended();
        job.resolve(v);
      },
      (e) => {
        ended();
        job.reject(e);
      },
    );
  }
}
