// fails: failure (lost-rejection)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        if (run) return run.then(onFulfilled, () => new Promise<never>(() => {}));
        run = Promise.resolve().then(() => body(...args));
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
