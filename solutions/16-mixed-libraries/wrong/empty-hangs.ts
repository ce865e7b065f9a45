// fails: order (empty-hangs)

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => fn(...args));
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  const pages: string[] = [];
  let left = urls.length;
  return new Promise<string[]>((resolve, reject) => {
    for (const [place, url] of urls.entries())
      get(url).then((page) => {
        pages[place] = page;
        if (--left === 0) resolve(pages);
      }, reject);
  });
}
