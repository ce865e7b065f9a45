// A promise whose `then` starts it first; chained promises are ordinary ones.

class Lazy<Result> extends Promise<Result> {
  #start: (() => void) | undefined;

  static override get [Symbol.species]() {
    return Promise;
  }

  constructor(body: () => Result | Promise<Result>) {
    let settle: (value: Promise<Result>) => void = () => {};
    super((resolve) => {
      settle = resolve;
    });
    this.#start = () => settle((async () => body())());
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
  override then<A = Result, B = never>(
    onFulfilled?: ((value: Result) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const start = this.#start;
    this.#start = undefined;
    start?.();
    return super.then(onFulfilled, onRejected);
  }
}

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => new Lazy(() => body(...args));
}
