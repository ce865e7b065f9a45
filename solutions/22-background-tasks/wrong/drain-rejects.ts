// fails: aftermath (drain-rejects)

type Task = () => Promise<void> | void;

export class BackgroundTasks {
  tasks = new Set<Promise<unknown>>();
  onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  get pending() {
    return this.tasks.size;
  }

  spawn(task: Task): void {
    const promise: Promise<unknown> = this.run(task).finally(() => this.tasks.delete(promise));
    promise.catch(() => {});
    this.tasks.add(promise);
  }

  async run(task: Task) {
    try {
      await task();
    } catch (error) {
      this.onError(error);
      throw error;
    }
  }

  async drain(): Promise<void> {
    while (this.tasks.size > 0) await Promise.all(this.tasks);
  }
}
