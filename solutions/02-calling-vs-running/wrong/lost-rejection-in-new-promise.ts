// fails: failure (lost-rejection)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled, onRejected) {
        run ??= new Promise((resolve) => {
          start().then(resolve);
        });
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
