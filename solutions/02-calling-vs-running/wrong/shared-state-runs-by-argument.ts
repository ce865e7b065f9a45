// fails: apart (shared-state)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  const runs = new Map<string, Promise<Result>>();
  return (...args) => ({
    then(onFulfilled, onRejected) {
      const key = JSON.stringify(args);
      const run = runs.get(key) ?? Promise.resolve().then(() => body(...args));
      runs.set(key, run);
      return run.then(onFulfilled, onRejected);
    },
  });
}
