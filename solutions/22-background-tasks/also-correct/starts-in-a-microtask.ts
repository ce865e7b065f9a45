// Each task starts in a microtask, as in many a queue.

export class BackgroundTasks {
  private tasks = new Set<Promise<unknown>>();

  constructor(private readonly onError: (error: unknown) => void) {}

  spawn(task: () => Promise<void> | void): void {
    const promise: Promise<unknown> = Promise.resolve()
      .then(task)
      .catch(this.onError)
      .finally(() => this.tasks.delete(promise));
    this.tasks.add(promise);
  }

  get pending(): number {
    return this.tasks.size;
  }

  async drain(): Promise<void> {
    while (this.tasks.size) await Promise.all(this.tasks);
  }
}
