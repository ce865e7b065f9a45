// fails: thenables (adopts-reasons)

type Settled = "fulfilled" | "rejected";

export class Future<T> implements PromiseLike<T> {
  state: "pending" | Settled = "pending";
  private decided = false;
  private result: any;
  private callbacks: ((state: Settled, result: any) => void)[] = [];

  resolve(value: T | PromiseLike<T>): void {
    if (this.decided) return;
    this.decided = true;
    this.lookInto(value, (state, result) => this.settle(state, result));
  }

  reject(reason: unknown): void {
    if (this.decided) return;
    this.decided = true;
    this.lookInto(reason, (_, result) => this.settle("rejected", result));
  }

  private lookInto(value: any, done: (state: Settled, result: any) => void): void {
    if (value === this) {
      done("rejected", new TypeError("It would wait for itself"));
      return;
    }
    let once = false;
    const first = (f: () => void) => {
      if (!once) {
        once = true;
        f();
      }
    };
    try {
      const then = value !== null && ["object", "function"].includes(typeof value) ? value.then : undefined;
      if (typeof then === "function") {
        then.call(
          value,
          (v: any) => first(() => this.lookInto(v, done)),
          (r: any) => first(() => done("rejected", r)),
        );
      } else {
        done("fulfilled", value);
      }
    } catch (e) {
      first(() => done("rejected", e));
    }
  }

  private settle(state: Settled, result: any) {
    this.state = state;
    this.result = result;
    for (const callback of this.callbacks.splice(0)) queueMicrotask(() => callback(state, result));
  }

  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Future<any>();
    const callback = (state: Settled, result: any) => {
      const f: any = state === "fulfilled" ? onFulfilled : onRejected;
      if (typeof f !== "function") {
        next.decided = true;
        next.settle(state, result);
        return;
      }
      try {
        next.resolve(f(result));
      } catch (error) {
        next.reject(error);
      }
    };
    if (this.state === "pending") this.callbacks.push(callback);
    else queueMicrotask(() => callback(this.state as Settled, this.result));
    return next;
  }
}
