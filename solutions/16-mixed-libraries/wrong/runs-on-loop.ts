// fails: story (runs-on-loop); also: time, thread
// The thread is handed what the loop has worked out.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R> => {
    const result = fn(...args);
    return await toThread(() => result);
  };
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  return Promise.all(urls.map((url) => get(url)));
}
