// fails: failure (falsy-is-nothing)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<{ value?: Result; failure?: unknown }> | undefined;
    const start = async () => {
      await null;
      try {
        return { value: await body(...args) };
      } catch (failure) {
        return { failure };
      }
    };
    return {
      then(onFulfilled, onRejected) {
        run ??= start();
        return run
          .then(({ value, failure }) => {
            if (failure) throw failure;
            return value as Result;
          })
          .then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
