// fails: unawaited (eager-start)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      get then() {
        run ??= Promise.resolve().then(() => body(...args));
        return run.then.bind(run);
      },
    };
  };
}
