/** Cold: holds what to run, and runs it when the first one asks. */
class Cold<Result> implements PromiseLike<Result> {
  #run: (() => Result | Promise<Result>) | undefined;
  #settled = Promise.withResolvers<Result>();

  constructor(run: () => Result | Promise<Result>) {
    this.#run = run;
  }

  then<A = Result, B = never>(
    onFulfilled?: ((value: Result) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#start();
    return this.#settled.promise.then(onFulfilled, onRejected);
  }

  #start(): void {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    try {
      this.#settled.resolve(run());
    } catch (error) {
      this.#settled.reject(error);
    }
  }
}

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => new Cold(() => body(...args));
}
