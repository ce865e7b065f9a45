export interface GatherOptions {
  returnExceptions?: boolean;
}

class JobQueue {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly concurrency: number) {}

  add<T>(job: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push(() => {
        const done = Promise.try(job).finally(() => this.next(-1));
        done.then(resolve, reject);
      });
      this.next();
    });
  }

  private next(ended = 0): void {
    this.running += ended;
    while (this.running < this.concurrency && this.waiting.length > 0) {
      this.running++;
      this.waiting.shift()!();
    }
  }
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const queue = new JobQueue(Number.POSITIVE_INFINITY);
  const results: Promise<unknown>[] = [];
  for (const task of tasks) {
    const result = queue.add(task);
    results.push(options.returnExceptions ? result.catch((error: unknown) => error) : result);
  }
  return Promise.all(results);
}
