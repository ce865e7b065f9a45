// fails: cold (sync-throw-escapes); also: once

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    let result: { value: Result } | undefined;
    return {
      then(onFulfilled, onRejected) {
        if (result && onFulfilled) return Promise.resolve(onFulfilled(result.value));
        if (!run) {
          run = Promise.resolve().then(() => body(...args));
          run.then(
            (value) => {
              result = { value };
            },
            () => {},
          );
        }
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
