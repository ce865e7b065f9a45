// fails: apart (shared-state)

let pending = 0;
type Task = () => Promise<void> | void;

export class BackgroundTasks {
  waiting: (() => void)[] = [];
  onError: (error: unknown) => void;

  get pending() {
    return pending;
  }

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  spawn(task: Task): void {
    pending++;
    this.run(task)
      .catch((error) => this.onError(error))
      .finally(() => this.ended());
  }

  async run(task: Task) {
    await task();
  }

  ended() {
    pending--;
    if (pending === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }

  drain(): Promise<void> {
    if (pending === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
