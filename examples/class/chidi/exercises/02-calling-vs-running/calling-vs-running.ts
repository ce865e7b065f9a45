// A promise is already running when you get it, so this starts the body at the call.
export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return async (...args) => body(...args);
}
