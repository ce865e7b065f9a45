// Exercise 02: functions that run nothing until somebody awaits what they return.

/** Makes a function that, when called, returns a cold object: `body` starts when that is first awaited, and runs once. */
export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  // TODO: return a function that keeps its arguments, and starts `body` in the `then` of what it returns.
  throw new Error("Not implemented yet");
}
