// fails: apart (copy-handed-on)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let run: Promise<Result> | undefined;
    return {
      then(onFulfilled, onRejected) {
        const copies = structuredClone(args);
        run ??= Promise.resolve().then(() => body(...copies));
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
