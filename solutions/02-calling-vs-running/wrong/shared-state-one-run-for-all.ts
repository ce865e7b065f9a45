// fails: story (shared-state); also: apart

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  let run: Promise<Result> | undefined;
  return (...args) => ({
    then(onFulfilled, onRejected) {
      run ??= Promise.resolve().then(() => body(...args));
      return run.then(onFulfilled, onRejected);
    },
  });
}
