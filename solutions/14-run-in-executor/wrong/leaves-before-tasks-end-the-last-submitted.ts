// fails: shutdown (leaves-before-tasks-end); also: shutdown-again

type Worker = { run<T>(task: () => T): Promise<T> };

export class Executor {
  queue: { task: () => any; resolve: (value: any) => void; reject: (reason: unknown) => void }[] = [];
  idle: Worker[];
  last: Promise<unknown> = Promise.resolve();
  closed = false;

  constructor(workers: Worker[]) {
    this.idle = [...workers];
  }

  submit<T>(task: () => T): Promise<T> {
    if (this.closed)
      return Promise.reject(Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" }));
    const result = new Promise<T>((resolve, reject) => {
      this.queue.push({ task, resolve, reject });
      const worker = this.idle.pop();
      if (worker) this.work(worker);
    });
    this.last = result.catch(() => {});
    return result;
  }

  async shutdown(): Promise<void> {
    this.closed = true;
    await this.last;
  }

  async work(worker: Worker) {
    for (let job = this.queue.shift(); job; job = this.queue.shift()) {
      await worker.run(job.task).then(job.resolve, job.reject);
    }
    this.idle.push(worker);
  }
}
