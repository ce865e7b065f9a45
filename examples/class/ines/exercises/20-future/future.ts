const jobs: (() => void)[] = [];

function enqueue(job: () => void): void {
  if (jobs.push(job) > 1) return;
  queueMicrotask(() => {
    for (let index = 0; index < jobs.length; index++) jobs[index]!();
    jobs.length = 0;
  });
}

const isThing = (value: unknown): value is { then?: unknown } =>
  (typeof value === "object" && value !== null) || typeof value === "function";

export class Future<T> implements PromiseLike<T> {
  state: "pending" | "fulfilled" | "rejected" = "pending";
  private end: any;
  private reactions: (() => void)[] | undefined = [];
  private decided = false;

  private decide(act: () => unknown): void {
    if (this.decided) return;
    this.decided = true;
    act();
  }

  resolve(value: T | PromiseLike<T>): void {
    this.decide(() => this.follow(value));
  }

  reject(reason: unknown): void {
    this.decide(() => this.settle("rejected", reason));
  }

  private follow(value: any): unknown {
    if (value === this) return this.settle("rejected", new TypeError("Circular"));
    if (!isThing(value)) return this.settle("fulfilled", value);
    let asked = false;
    try {
      const { then } = value;
      if (typeof then !== "function") return this.settle("fulfilled", value);
      then.call(
        value,
        (next: unknown) => {
          if (!asked) {
            asked = true;
            this.follow(next);
          }
        },
        (reason: unknown) => {
          if (!asked) {
            asked = true;
            this.settle("rejected", reason);
          }
        },
      );
    } catch (error) {
      if (!asked) this.settle("rejected", error);
      asked = true;
    }
  }

  private settle(state: "fulfilled" | "rejected", end: unknown): void {
    this.state = state;
    this.end = end;
    this.reactions!.forEach(enqueue);
    this.reactions = undefined;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a future is for.
  then(onFulfilled?: any, onRejected?: any): Future<any> {
    const next = new Future<any>();
    const react = () => {
      try {
        if (this.state === "fulfilled")
          next.resolve(typeof onFulfilled === "function" ? onFulfilled(this.end) : this.end);
        else if (typeof onRejected === "function") next.resolve(onRejected(this.end));
        else next.reject(this.end);
      } catch (error) {
        next.reject(error);
      }
    };
    if (this.reactions) this.reactions.push(react);
    else enqueue(react);
    return next;
  }
}
