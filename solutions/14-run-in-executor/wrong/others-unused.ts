// fails: story (others-unused); also: start, values

type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  queue: { task: () => any; resolve: (value: any) => void; reject: (reason: unknown) => void }[] = [];
  waiting: (() => void)[] = [];
  idle: Worker[];
  busy = 0;
  closed = false;

  constructor(workers: Worker[]) {
    this.idle = workers.slice(0, 1);
  }

  submit<T>(task: () => T): Promise<T> {
    if (this.closed)
      return Promise.reject(Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" }));
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ task, resolve, reject });
      const worker = this.idle.pop();
      if (worker) this.work(worker);
    });
  }

  shutdown(): Promise<void> {
    this.closed = true;
    if (this.busy === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async work(worker: Worker) {
    this.busy++;
    for (let job = this.queue.shift(); job; job = this.queue.shift()) {
      await worker.run(job.task).then(job.resolve, job.reject);
    }
    this.busy--;
    this.idle.push(worker);
    if (this.busy === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }
}
