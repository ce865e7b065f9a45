// One async channel of jobs that all workers iterate over; closing it ends their loops, and so the shutdown.
type Worker = { run<T>(task: () => T): Promise<T> };
type Job = (worker: Worker) => Promise<void>;

class Channel<T> implements AsyncIterable<T> {
  private readonly items: T[] = [];
  private readonly takers: PromiseWithResolvers<IteratorResult<T>>[] = [];
  private closed = false;

  send(item: T): void {
    const taker = this.takers.shift();
    if (taker) taker.resolve({ value: item, done: false });
    else this.items.push(item);
  }

  close(): void {
    this.closed = true;
    for (const { resolve } of this.takers.splice(0)) resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return { next: () => this.take() };
  }

  private async take(): Promise<IteratorResult<T>> {
    if (this.items.length > 0) return { value: this.items.shift()!, done: false };
    if (this.closed) return { value: undefined, done: true };
    const taker = Promise.withResolvers<IteratorResult<T>>();
    this.takers.push(taker);
    return taker.promise;
  }
}

export class Executor {
  private readonly jobs = new Channel<Job>();
  private readonly ended: Promise<unknown>;
  private open = true;

  constructor(workers: Worker[]) {
    const work = async (worker: Worker) => {
      for await (const job of this.jobs) await job(worker);
    };
    this.ended = Promise.all(workers.map(work));
  }

  submit<T>(task: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (!this.open) throw Object.assign(new Error("shut down"), { name: "ExecutorShutdownError" });
      this.jobs.send((worker) => worker.run(task).then(resolve, reject));
    });
  }

  async shutdown(): Promise<void> {
    this.open = false;
    this.jobs.close();
    await this.ended;
  }
}
