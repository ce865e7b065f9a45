// fails: cold (never-starts)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled, onRejected) {
        if (onFulfilled) run ??= start();
        return (run ?? new Promise<Result>(() => {})).then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
