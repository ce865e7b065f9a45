// fails: failure (lost-rejection)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled) {
        run ??= start();
        return run.then(onFulfilled);
      },
    } as PromiseLike<Result>;
  };
}
