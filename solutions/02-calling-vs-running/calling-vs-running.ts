// Calling keeps the arguments; the first `then` starts the body, and its promise serves every `then`.

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    // An async function turns a throw at once into a rejection.
    const start = async () => body(...args);
    return {
      // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
      then(onFulfilled, onRejected) {
        run ??= start();
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
