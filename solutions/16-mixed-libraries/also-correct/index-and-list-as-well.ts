// `map` hands over the index and the list as well, which `requestsGet` need not look at.

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
  return Promise.all(urls.map(asyncify(requestsGet, toThread)));
}
