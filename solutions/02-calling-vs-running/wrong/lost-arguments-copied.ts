// fails: apart (lost-arguments)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        run ??= Promise.try(body, ...structuredClone(args));
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
