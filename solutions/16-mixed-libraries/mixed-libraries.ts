// What blocks goes to a thread: the job that calls it is handed over, not what it returns.

export type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(
  fn: (...args: Args) => R,
  toThread: ToThread,
): (...args: Args) => Promise<R> {
  return (...args) => toThread(() => fn(...args));
}

export function fetchPages(
  urls: string[],
  requestsGet: (url: string) => string,
  toThread: ToThread,
): Promise<string[]> {
  const get = asyncify(requestsGet, toThread);
  return Promise.all(urls.map((url) => get(url)));
}
