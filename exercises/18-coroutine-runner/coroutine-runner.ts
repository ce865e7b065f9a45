// Exercise 18: what drives a generator, as `async` functions are driven.

/** Runs the body's generator: a promise that it yields is awaited, and comes back to it as a result or a throw. Settles as it ends. */
export function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  // TODO: ask the generator for what it yields, wait for that if it is a promise, and resume it, until it is done.
  throw new Error("Not implemented yet");
}
