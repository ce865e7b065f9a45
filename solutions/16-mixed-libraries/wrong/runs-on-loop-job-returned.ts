// fails: story (runs-on-loop); also: time, thread
// One function too many: the thread returns the job instead of doing it.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R> => {
    const job = await toThread(() => () => fn(...args));
    return job();
  };
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  return Promise.all(urls.map((url) => get(url)));
}
