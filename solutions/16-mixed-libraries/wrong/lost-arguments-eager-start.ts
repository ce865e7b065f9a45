// fails: arguments (lost-arguments); also: thread
// The thread is asked when the function is made.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  const result = toThread(() => (fn as any)());
  return (): Promise<R> => result;
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
