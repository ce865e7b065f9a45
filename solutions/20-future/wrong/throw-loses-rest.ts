// fails: chaining (throw-loses-rest)

export class Future<T> implements PromiseLike<T> {
  state: "pending" | "fulfilled" | "rejected" = "pending";
  private fixed = false;
  private payload: any;
  private subscribers: { onFulfilled: any; onRejected: any; next: Future<any> }[] = [];

  resolve(value: T | PromiseLike<T>): void {
    if (this.fixed) return;
    this.fixed = true;
    this.resolveTo(value);
  }

  reject(reason: unknown): void {
    if (this.fixed) return;
    this.fixed = true;
    this.conclude("rejected", reason);
  }

  private resolveTo(value: any): void {
    if (value === this) {
      return this.conclude("rejected", new TypeError("A future must not be resolved with itself"));
    }
    let answered = false;
    try {
      const then = Object(value) === value ? value.then : undefined;
      if (typeof then === "function") {
        then.call(
          value,
          (v: unknown) => answered || ((answered = true), this.resolveTo(v)),
          (r: unknown) => answered || ((answered = true), this.conclude("rejected", r)),
        );
      } else {
        this.conclude("fulfilled", value);
      }
    } catch (e) {
      if (!answered) {
        answered = true;
        this.conclude("rejected", e);
      }
    }
  }

  private conclude(state: "fulfilled" | "rejected", payload: any) {
    this.state = state;
    this.payload = payload;
    if (this.subscribers.length > 0) queueMicrotask(() => this.publish());
  }

  private publish() {
    for (const { onFulfilled, onRejected, next } of this.subscribers.splice(0)) {
      const callback = this.state === "fulfilled" ? onFulfilled : onRejected;
      try {
        if (typeof callback === "function") {
          next.resolve(callback(this.payload));
        } else if (this.state === "fulfilled") {
          next.resolve(this.payload);
        } else {
          next.reject(this.payload);
        }
      } catch (e) {
        next.reject(e);
        return;
      }
    }
  }

  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Future<any>();
    this.subscribers.push({ onFulfilled, onRejected, next });
    if (this.state !== "pending") queueMicrotask(() => this.publish());
    return next;
  }
}
