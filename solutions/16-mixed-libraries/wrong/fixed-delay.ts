// fails: time (fixed-delay); also: first-failure

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => fn(...args));
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const pages: string[] = [];
  for (const [place, url] of urls.entries())
    toThread(() => requestsGet(url)).then((page) => {
      pages[place] = page;
    });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return pages;
}
