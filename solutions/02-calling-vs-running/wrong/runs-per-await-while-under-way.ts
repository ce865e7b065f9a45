// fails: once (runs-per-await); also: failure, inside

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let outcome: { value: Result } | undefined;
    const start = async () => {
      outcome ??= { value: await body(...args) };
      return outcome.value;
    };
    return {
      then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
    } as PromiseLike<Result>;
  };
}
