// fails: values (outcome-by-value); also: failure

export type Worker = { run<T>(task: () => T): Promise<T> };
type Settle = (outcome: unknown) => void;

export class Executor {
  private readonly idle: Worker[];
  private readonly queue: { task: () => unknown; settle: Settle }[] = [];
  private readonly ended: (() => void)[] = [];
  private readonly count: number;
  private open = true;

  constructor(workers: Worker[]) {
    this.idle = [...workers];
    this.count = workers.length;
  }

  submit<T>(task: () => T): Promise<T> {
    if (!this.open)
      return Promise.reject(Object.assign(new Error("closed"), { name: "ExecutorShutdownError" }));
    return new Promise<T>((resolve, reject) => {
      const settle: Settle = (outcome) =>
        outcome instanceof Error ? reject(outcome) : resolve(outcome as T);
      this.queue.push({ task, settle });
      this.go();
    });
  }

  shutdown(): Promise<void> {
    this.open = false;
    return new Promise((resolve) => {
      this.ended.push(resolve);
      this.go();
    });
  }

  private go(): void {
    while (this.idle.length > 0 && this.queue.length > 0) {
      const [worker, { task, settle }] = [this.idle.pop()!, this.queue.shift()!];
      const end = (outcome: unknown) => {
        settle(outcome);
        this.idle.push(worker);
        this.go();
      };
      worker.run(task).then(end, end);
    }
    if (!this.open && this.idle.length === this.count) for (const resolve of this.ended.splice(0)) resolve();
  }
}
