// fails: story (lost-arguments); also: apart

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        run ??= Promise.resolve().then(() => (body as any)(args));
        return run!.then(onFulfilled, onRejected);
      },
    } as PromiseLike<Result>;
  };
}
