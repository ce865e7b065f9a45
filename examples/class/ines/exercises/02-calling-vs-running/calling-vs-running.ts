enum State {
  Cold,
  Started,
}

class Cold<Result> implements PromiseLike<Result> {
  private state = State.Cold;
  private readonly run = Promise.withResolvers<Result>();

  constructor(private readonly start: () => Result | Promise<Result>) {}

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
  then<A = Result, B = never>(
    onFulfilled?: ((value: Result) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    if (this.state === State.Cold) {
      this.state = State.Started;
      Promise.try(this.start).then(this.run.resolve, this.run.reject);
    }
    return this.run.promise.then(onFulfilled, onRejected);
  }
}

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => new Cold(() => body(...args));
}
