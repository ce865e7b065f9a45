// fails: cold (never-starts); also: story, unawaited, apart, failure

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let count = 0;
    const { promise, resolve } = Promise.withResolvers<Result>();
    return {
      then(onFulfilled, onRejected) {
        if (++count === 2) resolve(Promise.resolve().then(() => body(...args)));
        return promise.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
