// fails: cold (no-chaining); also: failure

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const cold = {
      then(onFulfilled: any, onRejected: any) {
        run ??= Promise.resolve().then(() => body(...args));
        run.then(onFulfilled, onRejected);
        return cold as any;
      },
    };
    return cold;
  };
}
