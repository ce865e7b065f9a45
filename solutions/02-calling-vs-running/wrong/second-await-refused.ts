// fails: cold (second-await-refused); also: once, failure, inside

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let started = false;
    return {
      then(onFulfilled, onRejected) {
        const run = started
          ? Promise.reject(new Error("cannot reuse already awaited coroutine"))
          : Promise.resolve().then(() => body(...args));
        started = true;
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
