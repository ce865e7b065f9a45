type State = "pending" | "fulfilled" | "rejected";

export class Future<T> implements PromiseLike<T> {
  #state: State = "pending";
  #value: unknown;
  /** The first call of `resolve` or `reject` decides, even while the state is still pending. */
  #decided = false;
  #waiting: (() => void)[] = [];

  get state(): State {
    return this.#state;
  }

  resolve(value: T | PromiseLike<T>): void {
    if (this.#decided) return;
    this.#decided = true;
    this.#follow(value);
  }

  reject(reason: unknown): void {
    if (this.#decided) return;
    this.#decided = true;
    this.#settle("rejected", reason);
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a future is for.
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Future<any>();
    const react = () => {
      const callback = this.#state === "fulfilled" ? onFulfilled : onRejected;
      if (typeof callback !== "function") {
        if (this.#state === "fulfilled") next.resolve(this.#value);
        else next.reject(this.#value);
        return;
      }
      try {
        next.resolve(callback(this.#value as any));
      } catch (error) {
        next.reject(error);
      }
    };
    if (this.#state === "pending") this.#waiting.push(react);
    else queueMicrotask(react);
    return next;
  }

  #follow(value: unknown): void {
    if (value === this) {
      this.#settle("rejected", new TypeError("A future cannot wait for itself"));
      return;
    }
    if ((typeof value !== "object" && typeof value !== "function") || value === null) {
      this.#settle("fulfilled", value);
      return;
    }
    let answered = false;
    const first = (act: (answer: unknown) => void) => (answer: unknown) => {
      if (answered) return;
      answered = true;
      act(answer);
    };
    const fail = first((reason) => this.#settle("rejected", reason));
    try {
      // Read once: it may be a getter.
      const { then } = value as { then?: unknown };
      if (typeof then !== "function") this.#settle("fulfilled", value);
      else
        then.call(
          value,
          first((answer) => this.#follow(answer)),
          fail,
        );
    } catch (error) {
      fail(error);
    }
  }

  #settle(state: State, value: unknown): void {
    this.#state = state;
    this.#value = value;
    for (const react of this.#waiting.splice(0)) queueMicrotask(react);
  }
}
