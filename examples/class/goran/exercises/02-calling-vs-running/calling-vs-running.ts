// Runs the body once for every await, instead of once.
export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => ({
    then: (onFulfilled, onRejected) => (async () => body(...args))().then(onFulfilled, onRejected),
  });
}
