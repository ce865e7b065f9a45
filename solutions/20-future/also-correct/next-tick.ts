// process.nextTick in place of microtasks: not before the code is over, and before any timer.

const wait = (job: () => void) => process.nextTick(job);

export class Future<T> implements PromiseLike<T> {
  state: "pending" | "fulfilled" | "rejected" = "pending";
  private settled!: (state: "fulfilled" | "rejected", result: any) => void;
  private once: ((how: "value" | "reason", what: unknown) => void) | undefined;
  private subscribe: (job: (state: string, result: any) => void) => void;

  constructor() {
    const jobs: ((state: string, result: any) => void)[] = [];
    this.subscribe = (job) => void jobs.push(job);
    this.settled = (state, result) => {
      this.state = state;
      this.subscribe = (job) => wait(() => job(state, result));
      jobs.splice(0).forEach(this.subscribe);
    };
    this.once = this.track();
  }

  private track(): (how: "value" | "reason", what: any) => void {
    let open = true;
    return (how, what) => {
      if (!open) return;
      open = false;
      if (how === "reason") return this.settled("rejected", what);
      if (what === this) return this.settled("rejected", new TypeError("waits for itself"));
      const answer = this.track();
      try {
        switch (typeof what) {
          case "object":
          case "function": {
            const then = what === null ? null : what.then;
            if (typeof then === "function") {
              then.call(
                what,
                (v: any) => answer("value", v),
                (r: any) => answer("reason", r),
              );
              return;
            }
          }
        }
      } catch (error) {
        return answer("reason", error);
      }
      this.settled("fulfilled", what);
    };
  }

  resolve(value: T | PromiseLike<T>): void {
    this.once?.("value", value);
  }

  reject(reason: unknown): void {
    this.once?.("reason", reason);
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a future is for.
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Future<any>();
    this.subscribe((state, result) => {
      const pass = state === "fulfilled" ? ("value" as const) : ("reason" as const);
      const callback: any = state === "fulfilled" ? onFulfilled : onRejected;
      if (typeof callback !== "function") return next.once!(pass, result);
      try {
        result = callback(result);
      } catch (error) {
        return next.once!("reason", error);
      }
      next.once!("value", result);
    });
    return next;
  }
}
