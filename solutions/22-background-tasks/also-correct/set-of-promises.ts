// A set of promises, looked at again until it is empty. A task begins in a microtask, where a throw is a rejection.
type Task = () => Promise<void> | void;

export class BackgroundTasks {
  private readonly tasks = new Set<Promise<unknown>>();

  constructor(private readonly onError: (error: unknown) => void) {}

  get pending() {
    return this.tasks.size;
  }

  spawn(task: Task) {
    const promise: Promise<unknown> = Promise.resolve()
      .then(task)
      .catch((error) => this.onError(error))
      .then(() => this.tasks.delete(promise));
    this.tasks.add(promise);
  }

  async drain() {
    while (this.tasks.size > 0) await Promise.all(this.tasks);
  }
}
