// An async generator is cold by itself: its first `next` starts it, and its promise is kept.

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    const steps = (async function* () {
      yield await body(...args);
    })();
    let run: Promise<Result> | undefined;
    return {
      // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
      then(onFulfilled, onRejected) {
        // The promise comes before the first step: the body may look at its own object.
        run ??= Promise.resolve()
          .then(() => steps.next())
          .then(({ value }) => value as Result);
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
