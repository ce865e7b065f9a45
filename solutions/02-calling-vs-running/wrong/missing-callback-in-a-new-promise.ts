// fails: cold (missing-callback); also: failure

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    const start = () => Promise.resolve().then(() => body(...args));
    return {
      then(onFulfilled, onRejected) {
        run ??= start();
        return new Promise((resolve, reject) => {
          run!.then(
            (value) => resolve(onFulfilled!(value) as any),
            (reason) => resolve(onRejected!(reason) as any),
          );
        });
      },
    } as PromiseLike<Result>;
  };
}
