// One endless loop a worker, all of which read the same queue, an async generator of their own.

export type Worker = { run<T>(task: () => T): Promise<T> };
type Job = (worker: Worker) => Promise<void>;

class Queue {
  private readonly jobs: Job[] = [];
  private readonly takers: ((job: Job) => void)[] = [];

  put(job: Job): void {
    const taker = this.takers.shift();
    if (taker) taker(job);
    else this.jobs.push(job);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Job> {
    for (;;) yield this.jobs.shift() ?? (await new Promise<Job>((resolve) => this.takers.push(resolve)));
  }
}

export class Executor {
  private readonly queue = new Queue();
  private open = 0;
  private over = false;
  private readonly ended = Promise.withResolvers<void>();

  constructor(workers: Worker[]) {
    for (const worker of workers) void this.serve(worker);
  }

  private async serve(worker: Worker): Promise<void> {
    for await (const job of this.queue) await job(worker);
  }

  submit<T>(task: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (this.over) {
      reject(Object.assign(new Error("over"), { name: "ExecutorShutdownError" }));
      return promise;
    }
    this.open += 1;
    this.queue.put(async (worker) => {
      try {
        resolve(await worker.run(task));
      } catch (error) {
        reject(error);
      } finally {
        this.open -= 1;
        this.endIfOver();
      }
    });
    return promise;
  }

  shutdown(): Promise<void> {
    this.over = true;
    this.endIfOver();
    return this.ended.promise;
  }

  private endIfOver(): void {
    if (this.over && this.open === 0) this.ended.resolve();
  }
}
