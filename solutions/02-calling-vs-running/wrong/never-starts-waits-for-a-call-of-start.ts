// fails: story (never-starts); also: cold, unawaited, apart, once, failure, inside

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    const { promise, resolve } = Promise.withResolvers<Result>();
    return Object.assign(promise, { start: () => resolve(body(...args)) });
  };
}
