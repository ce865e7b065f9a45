// fails: once (runs-per-await); also: inside
// `then` replaces itself, but whoever has read the old one calls that.
export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    const cold: any = {
      then(onFulfilled: any, onRejected: any) {
        const run = new Promise<Result>((resolve) => resolve(body(...args)));
        // started: from now on `then` is the promise's own
        cold.then = run.then.bind(run);
        return cold.then(onFulfilled, onRejected);
      },
    };
    return cold;
  };
}
