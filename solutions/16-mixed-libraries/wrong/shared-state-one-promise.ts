// fails: thread (shared-state)
// What it makes keeps the promise of the first call, and gives it to all.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  let result: Promise<R> | undefined;
  return (...args: Args): Promise<R> => (result ??= toThread(() => fn(...args)));
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
