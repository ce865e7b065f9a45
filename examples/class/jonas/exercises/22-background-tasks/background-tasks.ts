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
    const promise: Promise<unknown> = this.run(task).then(() => this.tasks.delete(promise));
    this.tasks.add(promise);
  }

  async run(task: Task) {
    try {
      await task();
    } catch (error) {
      this.onError(error);
    }
  }

  async drain(): Promise<void> {
    await Promise.all(this.tasks);
    // Those may have spawned others.
    await Promise.all(this.tasks);
  }
}
