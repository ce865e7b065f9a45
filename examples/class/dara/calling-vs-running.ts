export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return function call(...args: Args): PromiseLike<Result> {
    let started: Promise<Result> | null = null;
    const start = () => (started ??= Promise.resolve().then(() => body(...args)));
    return { then: (resolve, reject) => start().then(resolve, reject) };
  };
}
