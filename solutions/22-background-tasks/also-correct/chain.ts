// Promise chains alone: everything so far is one promise, and who drains waits until it is still the same one.

export class BackgroundTasks {
  private readonly report: (error: unknown) => void;
  private all: Promise<unknown> = Promise.resolve();
  private count = 0;

  constructor(onError: (error: unknown) => void) {
    this.report = onError;
  }

  get pending(): number {
    return this.count;
  }

  spawn(task: () => Promise<void> | void): void {
    const ended = () => {
      this.count -= 1;
    };
    const failed = (error: unknown) => {
      this.count -= 1;
      this.report(error);
    };
    this.count += 1;
    const work = new Promise<void>((resolve) => resolve(task())).then(ended, failed);
    this.all = Promise.all([this.all, work]);
  }

  drain(): Promise<void> {
    const seen = this.all;
    return seen.then(() => (seen === this.all ? undefined : this.drain()));
  }
}
