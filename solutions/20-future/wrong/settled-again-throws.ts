// fails: once (settled-again-throws)

type Reaction = { ok?: any; fail?: any; next: Future<any> };

export class Future<T> implements PromiseLike<T> {
  state: "pending" | "fulfilled" | "rejected" = "pending";
  private done = false;
  private result: any = undefined;
  private reactions: Reaction[] = [];

  resolve(value: T | PromiseLike<T>): void {
    if (this.done) throw new Error("InvalidStateError: the result has already been set");
    this.done = true;
    this.adopt(value);
  }

  reject(reason: unknown): void {
    if (this.done) throw new Error("InvalidStateError: the result has already been set");
    this.done = true;
    this.finish("rejected", reason);
  }

  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const reaction: Reaction = { ok: onFulfilled, fail: onRejected, next: new Future<any>() };
    if (this.state === "pending") this.reactions.push(reaction);
    else this.schedule(reaction);
    return reaction.next;
  }

  private schedule({ ok, fail, next }: Reaction) {
    queueMicrotask(() => {
      const handler = this.state === "fulfilled" ? ok : fail;
      let answer: any;
      if (typeof handler === "function") {
        try {
          answer = handler(this.result);
        } catch (error) {
          next.reject(error);
          return;
        }
        next.resolve(answer);
      } else if (this.state === "fulfilled") next.resolve(this.result);
      else next.reject(this.result);
    });
  }

  private adopt(x: any) {
    if (x === this) return this.finish("rejected", new TypeError("cannot resolve a future with itself"));
    if (x === null || (typeof x !== "object" && typeof x !== "function")) return this.finish("fulfilled", x);
    let first = true;
    const once = (f: (y: any) => void) => (y: any) => {
      if (!first) return;
      first = false;
      f(y);
    };
    const fail = once((r) => this.finish("rejected", r));
    try {
      const then = x.then;
      if (typeof then === "function")
        then.call(
          x,
          once((v) => this.adopt(v)),
          fail,
        );
      else this.finish("fulfilled", x);
    } catch (e) {
      fail(e);
    }
  }

  private finish(state: "fulfilled" | "rejected", result: any) {
    this.state = state;
    this.result = result;
    this.reactions.splice(0).forEach((r) => this.schedule(r));
  }
}
