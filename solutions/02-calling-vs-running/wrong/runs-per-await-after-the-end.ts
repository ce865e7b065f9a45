// fails: once (runs-per-await); also: failure, inside

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled, onRejected) {
        run ??= start().finally(() => {
          run = undefined;
        });
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
