// fails: apart (shared-state); also: story

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  let last: Args;
  return (...args) => {
    let run: Promise<Result> | undefined;
    last = args;
    return {
      then(onFulfilled, onRejected) {
        run ??= Promise.resolve().then(() => body(...last));
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
