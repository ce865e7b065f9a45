// fails: cold (missing-callback); also: failure

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled, onRejected) {
        run ??= start();
        return run.then(
          (value) => onFulfilled!(value),
          (reason) => onRejected!(reason),
        );
      },
    } as PromiseLike<Result>;
  };
}
