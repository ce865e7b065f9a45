// fails: once (falsy-is-nothing); also: inside

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: any;
    return {
      then(onFulfilled, onRejected) {
        return new Promise<Result>((resolve, reject) => {
          try {
            run = run || body(...args);
            resolve(run);
          } catch (error) {
            run = Promise.reject(error);
            reject(error);
            run.catch(() => {});
          }
        }).then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
