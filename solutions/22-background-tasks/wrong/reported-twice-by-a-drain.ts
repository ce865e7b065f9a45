// fails: failure (reported-twice)

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
    const promise = this.run(task);
    this.tasks.add(promise);
    promise.finally(() => this.tasks.delete(promise)).catch(() => {});
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
    while (this.tasks.size > 0) {
      const results = await Promise.allSettled(this.tasks);
      for (const result of results) if (result.status === "rejected") this.onError(result.reason);
    }
  }
}
