// fails: cold (eager-start); also: story, unawaited

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    const run = new Promise<Result>((resolve) => resolve(body(...args)));
    run.then(undefined, () => {});
    return {
      then(onFulfilled, onRejected) {
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
