// Chains: one step for the arguments, one for the thread; the pages are added up one after the other, and all started before.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> =>
    Promise.resolve(args)
      .then((all) => () => fn(...all))
      .then((job) => toThread(job))
      .finally(() => {});
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  return urls
    .map((url) => get(url))
    .reduce(
      (all, page) => Promise.all([all, page]).then(([pages, last]) => [...pages, last]),
      Promise.resolve<string[]>([]),
    );
}
