// fails: inside (runs-per-await)
// The run is kept when the body's call has come back: a body that asks for its own outcome meanwhile starts it again.
export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        run ??= (async () => body(...args))();
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
