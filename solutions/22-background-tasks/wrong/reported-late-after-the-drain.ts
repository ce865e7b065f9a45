// fails: aftermath (reported-late)

type Task = () => Promise<void> | void;

export class BackgroundTasks {
  pending = 0;
  waiting: (() => void)[] = [];
  onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  spawn(task: Task): void {
    this.pending++;
    const promise = this.run(task);
    promise.then(
      () => this.ended(),
      () => this.ended(),
    );
    // So that a slow onError holds up nobody.
    promise.catch(async (error) => {
      for (let turn = 0; turn < 10; turn++) await undefined;
      this.onError(error);
    });
  }

  async run(task: Task) {
    await task();
  }

  ended() {
    this.pending--;
    if (this.pending === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }

  drain(): Promise<void> {
    if (this.pending === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
