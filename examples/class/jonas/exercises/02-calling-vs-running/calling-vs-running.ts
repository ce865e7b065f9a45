export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
      then(onFulfilled, onRejected) {
        // In a microtask: a throw at once becomes a rejection, and `run` is there for a body that awaits its own object.
        run ??= Promise.resolve().then(() => body(...args));
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
