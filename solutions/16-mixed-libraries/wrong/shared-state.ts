// fails: apart (shared-state)
// The job is kept where the next call puts its own.

type ToThread = <T>(job: () => T) => Promise<T>;
let current: () => unknown;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => {
    current = () => fn(...args);
    return toThread(() => current() as R);
  };
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
