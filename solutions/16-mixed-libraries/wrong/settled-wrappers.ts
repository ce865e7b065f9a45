// fails: order (settled-wrappers); also: first-failure

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => fn(...args));
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  return await Promise.allSettled(urls.map((url) => get(url)));
}
