// The body runs, but nobody who awaits it hears of it.
export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let started = false;
    return {
      then() {
        if (!started) void body(...args);
        started = true;
        return new Promise<never>(() => {});
      },
    };
  };
}
