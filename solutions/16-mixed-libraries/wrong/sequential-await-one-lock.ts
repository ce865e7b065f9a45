// fails: thread (sequential-await)
// A thread each, but one call at a time.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  let last: Promise<unknown> = Promise.resolve();
  return (...args: Args): Promise<R> => {
    const own = last.then(() => toThread(() => fn(...args)));
    last = own.catch(() => {});
    return own;
  };
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
