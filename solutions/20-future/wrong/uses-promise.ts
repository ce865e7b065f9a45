// fails: own (uses-promise)
// A promise does all the work.

export class Future<T> implements PromiseLike<T> {
  state: "pending" | "fulfilled" | "rejected" = "pending";
  private decided = false;
  private readonly inner = Promise.withResolvers<any>();

  resolve(value: any): void {
    if (this.decided) return;
    this.decided = true;
    let then: unknown;
    try {
      if (value === this) throw new TypeError("It would wait for itself");
      then = Object(value) === value ? value.then : undefined;
    } catch (error) {
      this.end("rejected", error);
      return;
    }
    if (typeof then !== "function") {
      this.end("fulfilled", value);
      return;
    }
    new Promise((...both) => then.call(value, ...both)).then(
      (end) => this.end("fulfilled", end),
      (reason) => this.end("rejected", reason),
    );
  }

  reject(reason: unknown): void {
    if (this.decided) return;
    this.decided = true;
    this.end("rejected", reason);
  }

  private end(state: "fulfilled" | "rejected", end: unknown): void {
    this.state = state;
    if (state === "fulfilled") this.inner.resolve([end]);
    else this.inner.reject(end);
  }

  then(onFulfilled?: any, onRejected?: any): any {
    const next = new Future<any>();
    const passing = (callback: unknown, otherwise: (end: unknown) => void) => (end: any) => {
      if (typeof callback !== "function") return otherwise(end);
      try {
        next.resolve(callback(end));
      } catch (error) {
        next.reject(error);
      }
    };
    const failed = passing(onRejected, (reason) => next.reject(reason));
    const fulfilled = passing(onFulfilled, (value) => next.resolve(value));
    this.inner.promise.then(([end]) => fulfilled(end), failed);
    return next;
  }
}
