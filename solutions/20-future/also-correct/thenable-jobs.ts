// As the language's own does it: what has a `then` is asked in a microtask of its own, with a pair of functions that work once.

type Reaction = { next: Future<any>; handler: unknown; kind: "fulfilled" | "rejected" };

export class Future<T> implements PromiseLike<T> {
  #state: "pending" | "fulfilled" | "rejected" = "pending";
  #result: unknown;
  #reactions: [onFulfilled: Reaction, onRejected: Reaction][] = [];
  #own = this.#resolvingFunctions();

  get state() {
    return this.#state;
  }

  resolve(value: T | PromiseLike<T>): void {
    this.#own.resolve(value);
  }

  reject(reason: unknown): void {
    this.#own.reject(reason);
  }

  #resolvingFunctions() {
    let alreadyResolved = false;
    const resolve = (resolution: any): unknown => {
      if (alreadyResolved) return undefined;
      alreadyResolved = true;
      if (Object.is(resolution, this)) return this.#settle("rejected", new TypeError("Chaining cycle"));
      if (Object(resolution) !== resolution) return this.#settle("fulfilled", resolution);
      let then: unknown;
      try {
        then = resolution.then;
      } catch (error) {
        return this.#settle("rejected", error);
      }
      if (typeof then !== "function") return this.#settle("fulfilled", resolution);
      queueMicrotask(() => {
        const again = this.#resolvingFunctions();
        try {
          Reflect.apply(then, resolution, [again.resolve, again.reject]);
        } catch (error) {
          again.reject(error);
        }
      });
    };
    const reject = (reason: unknown): void => {
      if (alreadyResolved) return;
      alreadyResolved = true;
      this.#settle("rejected", reason);
    };
    return { resolve, reject };
  }

  #settle(state: "fulfilled" | "rejected", result: unknown): void {
    this.#state = state;
    this.#result = result;
    const index = state === "fulfilled" ? 0 : 1;
    for (const pair of this.#reactions) this.#queue(pair[index]);
    this.#reactions = [];
  }

  #queue({ next, handler, kind }: Reaction): void {
    const argument = this.#result;
    queueMicrotask(() => {
      if (typeof handler !== "function") {
        next[kind === "fulfilled" ? "resolve" : "reject"](argument);
        return;
      }
      let completion: unknown;
      try {
        completion = handler(argument);
      } catch (error) {
        next.reject(error);
        return;
      }
      next.resolve(completion);
    });
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a future is for.
  then(onFulfilled?: any, onRejected?: any): Future<any> {
    const next = new Future<any>();
    const pair: [Reaction, Reaction] = [
      { next, handler: onFulfilled, kind: "fulfilled" },
      { next, handler: onRejected, kind: "rejected" },
    ];
    if (this.#state === "pending") this.#reactions.push(pair);
    else this.#queue(pair[this.#state === "fulfilled" ? 0 : 1]);
    return next;
  }
}
