// fails: cold (late-start); also: story

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled, onRejected) {
        run ??= new Promise<void>((resolve) => setTimeout(resolve, 10)).then(start);
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
