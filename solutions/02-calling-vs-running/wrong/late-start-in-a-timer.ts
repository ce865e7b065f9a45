// fails: story (late-start); also: cold

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        run ??= new Promise((resolve, reject) => {
          setTimeout(
            () =>
              Promise.resolve()
                .then(() => body(...args))
                .then(resolve, reject),
            0,
          );
        });
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
