// fails: time (partly-concurrent)

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => fn(...args));
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  const pages: string[] = [];
  for (let at = 0; at < urls.length; at += 4)
    pages.push(...(await Promise.all(urls.slice(at, at + 4).map((url) => get(url)))));
  return pages;
}
