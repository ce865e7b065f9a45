// Exercise 16: functions that block, in code that must not be blocked.

/** Runs `job` on a thread of its own, at once or soon; the promise settles with what `job` returns or throws. */
export type ToThread = <T>(job: () => T) => Promise<T>;

/** Makes an asynchronous function of a blocking one: each call runs `fn` on a thread, with the arguments of the call. */
export function asyncify<Args extends unknown[], R>(
  fn: (...args: Args) => R,
  toThread: ToThread,
): (...args: Args) => Promise<R> {
  // TODO: return a function that hands a job to toThread; it is that job which calls fn.
  throw new Error("Not implemented yet");
}

/** Gets all pages at the same time, each on a thread of its own, and resolves to them in the order of `urls`. */
export function fetchPages(
  urls: string[],
  requestsGet: (url: string) => string,
  toThread: ToThread,
): Promise<string[]> {
  // TODO: make requestsGet asynchronous, call it for every url, and wait for all pages.
  throw new Error("Not implemented yet");
}
