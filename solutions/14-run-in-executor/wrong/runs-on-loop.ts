// fails: story (runs-on-loop); also: start, values, apart

type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  queue: { task: () => any; resolve: (value: any) => void; reject: (reason: unknown) => void }[] = [];
  waiting: (() => void)[] = [];
  idle: Worker[];
  busy = 0;
  closed = false;

  constructor(workers: Worker[]) {
    this.idle = [...workers];
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
      try {
        job.resolve(job.task());
      } catch (error) {
        job.reject(error);
      }
    }
    this.busy--;
    this.idle.push(worker);
    if (this.busy === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }
}
