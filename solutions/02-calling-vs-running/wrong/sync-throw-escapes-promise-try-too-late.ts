// fails: a failure, or a throw at once, is a rejection for each awaiter (sync-throw-escapes)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
      then(onFulfilled, onRejected) {
        const started = run ? undefined : body(...args);
        run ??= Promise.try(() => started as Result);
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
