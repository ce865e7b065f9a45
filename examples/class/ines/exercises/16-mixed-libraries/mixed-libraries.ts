type ToThread = <T>(job: () => T) => Promise<T>;

export const asyncify =
  <Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) =>
  (...args: Args): Promise<R> =>
    toThread((fn as (...all: any[]) => R).bind(null, ...args));

export const fetchPages = (urls: string[], requestsGet: (url: string) => string, toThread: ToThread) =>
  Promise.all(urls.map(asyncify(requestsGet as (url: string, ...more: unknown[]) => string, toThread)));
