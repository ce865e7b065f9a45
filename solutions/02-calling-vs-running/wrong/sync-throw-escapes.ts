// fails: failure (sync-throw-escapes); also: inside

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        run ??= Promise.resolve(body(...args));
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
