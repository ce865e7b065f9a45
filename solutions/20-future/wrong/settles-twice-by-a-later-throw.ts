// fails: thenables (settles-twice)

export class Future<T> implements PromiseLike<T> {
  state: "pending" | "fulfilled" | "rejected" = "pending";
  private decided = false;
  private result: any;
  private waiting: (() => void)[] = [];

  resolve(value: T | PromiseLike<T>): void {
    if (this.decided) return;
    this.decided = true;
    this.follow(value);
  }

  reject(reason: unknown): void {
    if (this.decided) return;
    this.decided = true;
    this.settle("rejected", reason);
  }

  private follow(value: any): void {
    if (value === this) {
      this.settle("rejected", new TypeError("It would wait for itself"));
      return;
    }
    const canHaveThen = (typeof value === "object" && value !== null) || typeof value === "function";
    let answered = false;
    try {
      const then = canHaveThen ? value.then : undefined;
      if (typeof then !== "function") {
        this.settle("fulfilled", value);
        return;
      }
      then.call(
        value,
        (answer: any) => {
          if (answered) return;
          answered = true;
          this.follow(answer);
        },
        (reason: any) => {
          if (answered) return;
          answered = true;
          this.settle("rejected", reason);
        },
      );
    } catch (error) {
      if (this.state === "pending") this.settle("rejected", error);
    }
  }

  private settle(state: "fulfilled" | "rejected", result: any): void {
    this.state = state;
    this.result = result;
    this.waiting.forEach((run) => queueMicrotask(run));
    this.waiting = [];
  }

  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Future<any>();
    const run = () => {
      if (this.state === "fulfilled") {
        try {
          next.resolve(typeof onFulfilled === "function" ? onFulfilled(this.result) : this.result);
        } catch (error) {
          next.reject(error);
        }
      } else {
        try {
          if (typeof onRejected === "function") next.resolve(onRejected(this.result));
          else next.reject(this.result);
        } catch (error) {
          next.reject(error);
        }
      }
    };
    if (this.state === "pending") this.waiting.push(run);
    else queueMicrotask(run);
    return next;
  }
}
