// fails: once (falsy-is-nothing); also: inside

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    let result: Result | undefined;
    const start = async () => {
      result ||= await body(...args);
      run = undefined;
      return result as Result;
    };
    return {
      then(onFulfilled, onRejected) {
        run ??= start();
        return run.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
