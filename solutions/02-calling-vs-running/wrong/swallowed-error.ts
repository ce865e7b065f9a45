// fails: failure (swallowed-error)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled, onRejected) {
        run ??= start().catch((error) => error);
        return run!.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
