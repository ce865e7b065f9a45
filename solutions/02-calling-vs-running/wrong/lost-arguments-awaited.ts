// fails: unawaited (lost-arguments)
// What is handed over is awaited first, so it runs.

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = async () => body(...((await Promise.all(args)) as Args));
    return {
      then(onFulfilled, onRejected) {
        run ??= start();
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
