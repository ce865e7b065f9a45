// fails: thread (twins-merged)
// A cache: calls that are alike run fn once.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  const known = new Map<unknown, Promise<R>>();
  return (...args: Args): Promise<R> => {
    const key = JSON.stringify(args);
    const own = known.get(key) ?? toThread(() => fn(...args));
    known.set(key, own);
    return own;
  };
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
