// fails: story (runs-on-loop); also: time, thread
// What the thread does is nothing; the work is done when it has ended.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => args).then((all) => fn(...all));
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  return Promise.all(urls.map((url) => get(url)));
}
