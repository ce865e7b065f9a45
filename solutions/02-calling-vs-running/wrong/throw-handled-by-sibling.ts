// fails: cold (throw-handled-by-sibling)

type Cold<T> = PromiseLike<T>;

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => Cold<Result> {
  return (...args: Args): Cold<Result> => {
    const memo: { run?: Promise<Result> } = {};
    return {
      then(onFulfilled: any, onRejected: any): any {
        if (!("run" in memo)) {
          memo.run = Promise.resolve(args).then((given) => body(...given));
        }
        return memo.run!.then(onFulfilled).catch(onRejected);
      },
    };
  };
}
