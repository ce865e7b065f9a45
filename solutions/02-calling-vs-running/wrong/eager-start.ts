// fails: story (eager-start); also: cold, unawaited

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return async (...args) => body(...args);
}
