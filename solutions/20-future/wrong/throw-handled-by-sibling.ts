// fails: chaining (throw-handled-by-sibling)

type State = "pending" | "fulfilled" | "rejected";
type Callback = ((value: any) => unknown) | null;

export class Future<T> implements PromiseLike<T> {
  state: State = "pending";
  private end: any;
  private decided = false;
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

  then(onFulfilled?: Callback, onRejected?: Callback): Future<any> {
    const next = new Future<any>();
    const react = () => {
      try {
        if (this.state === "rejected") throw this.end;
        next.resolve(typeof onFulfilled === "function" ? onFulfilled(this.end) : this.end);
      } catch (error) {
        if (typeof onRejected === "function") handle(error);
        else next.reject(error);
      }
    };
    const handle = (error: unknown) => {
      try {
        next.resolve(onRejected!(error) as any);
      } catch (again) {
        next.reject(again);
      }
    };
    if (this.state === "pending") this.waiting.push(react);
    else queueMicrotask(react);
    return next;
  }

  private follow(value: any): void {
    let answered = false;
    const first = (act: (answer: any) => void) => (answer: unknown) => {
      if (answered) return;
      answered = true;
      act(answer);
    };
    const fail = first((reason) => this.settle("rejected", reason));
    try {
      if (value === this) throw new TypeError("It would wait for itself");
      const then = Object(value) === value ? value.then : undefined;
      if (typeof then !== "function") this.settle("fulfilled", value);
      else
        then.call(
          value,
          first((answer) => this.follow(answer)),
          fail,
        );
    } catch (error) {
      fail(error);
    }
  }

  private settle(state: State, end: unknown): void {
    this.state = state;
    this.end = end;
    for (const react of this.waiting.splice(0)) queueMicrotask(react);
  }
}
