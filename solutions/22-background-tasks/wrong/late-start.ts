// fails: spawn (late-start); also: aftermath

type Task = () => Promise<void> | void;

export class BackgroundTasks {
  tasks = new Set<Promise<unknown>>();
  queue: Task[] = [];
  onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  get pending() {
    return this.queue.length + this.tasks.size;
  }

  spawn(task: Task): void {
    this.queue.push(task);
  }

  start(task: Task) {
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
    while (this.pending > 0) {
      for (const task of this.queue.splice(0)) this.start(task);
      await Promise.all(this.tasks);
    }
  }
}
