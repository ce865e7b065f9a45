// fails: two cold ones, made together and awaited in turn, take 2000 ms (never-starts)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let resolve: (value: Result | Promise<Result>) => void;
    const cold = new Promise<Result>((settle) => {
      resolve = settle;
    });
    const { then } = Promise.prototype;
    // `await` does not call the `then` of a real promise.
    return Object.assign(cold, {
      // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
      then(onFulfilled: any, onRejected: any) {
        resolve(body(...args));
        return then.call(cold, onFulfilled, onRejected);
      },
    }) as Promise<Result>;
  };
}
