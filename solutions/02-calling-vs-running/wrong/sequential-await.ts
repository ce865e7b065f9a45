// fails: apart (sequential-await)

let queue: Promise<unknown> = Promise.resolve();

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        run ??= queue.then(() => body(...args));
        queue = run.catch(() => {});
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
