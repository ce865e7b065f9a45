// fails: pending (twins-merged)

type Task = () => Promise<void> | void;

export class BackgroundTasks {
  running = new Set<Task>();
  waiting: (() => void)[] = [];
  onError: (error: unknown) => void;

  get pending() {
    return this.running.size;
  }

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  spawn(task: Task): void {
    this.running.add(task);
    this.run(task)
      .catch((error) => this.onError(error))
      .finally(() => this.ended(task));
  }

  async run(task: Task) {
    await task();
  }

  ended(task: Task) {
    this.running.delete(task);
    if (this.pending === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }

  drain(): Promise<void> {
    if (this.pending === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
