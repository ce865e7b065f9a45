// fails: two cold ones, made together and awaited in turn, take 2000 ms (never-starts)

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    const { promise, resolve } = Promise.withResolvers<Result>();
    return Object.assign(promise, { start: () => resolve(body(...args)) });
  };
}
