// fails: itself (self-resolution)

export class Future<T> implements PromiseLike<T> {
  state: "pending" | "fulfilled" | "rejected" = "pending";
  private decided = false;
  private result: any;
  private list: Array<() => void> = [];

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
    if (value === this) throw new TypeError("It would wait for itself");
    let answered = false;
    const answer = (act: () => void) => {
      if (answered) return;
      answered = true;
      act();
    };
    let then: any;
    try {
      then = (typeof value === "object" && value) || typeof value === "function" ? value.then : undefined;
      if (typeof then !== "function") {
        this.settle("fulfilled", value);
        return;
      }
      then.call(
        value,
        (v: any) => answer(() => this.follow(v)),
        (r: any) => answer(() => this.settle("rejected", r)),
      );
    } catch (e) {
      answer(() => this.settle("rejected", e));
    }
  }

  private settle(state: "fulfilled" | "rejected", result: any) {
    this.state = state;
    this.result = result;
    this.list.forEach((f) => queueMicrotask(f));
    this.list.length = 0;
  }

  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Future<any>();
    const f = () => {
      const callback: any = this.state === "fulfilled" ? onFulfilled : onRejected;
      try {
        if (typeof callback === "function") next.resolve(callback(this.result));
        else if (this.state === "fulfilled") next.resolve(this.result);
        else next.reject(this.result);
      } catch (e) {
        next.reject(e);
      }
    };
    if (this.state !== "pending") queueMicrotask(f);
    else this.list.push(f);
    return next;
  }
}
