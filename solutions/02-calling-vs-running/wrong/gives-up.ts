// fails: cold (gives-up)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      const timer = setTimeout(() => reject(new Error("It takes too long")), 60_000);
      Promise.resolve()
        .then(() => body(...args))
        .finally(() => clearTimeout(timer))
        .then(resolve, reject);
      return promise;
    };
    return {
      then(onFulfilled, onRejected) {
        run ??= start();
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
