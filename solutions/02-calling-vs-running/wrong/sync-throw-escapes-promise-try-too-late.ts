// fails: failure (sync-throw-escapes); also: inside

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        const started = run ? undefined : body(...args);
        run ??= Promise.try(() => started as Result);
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
