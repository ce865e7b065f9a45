export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let running: Promise<Result> | undefined;
    const run = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled, onRejected) {
        running ??= run();
        return running.then(onFulfilled, onRejected);
      },
    };
  };
}
