// fails: apart (shared-state)

type ToThread = <T>(job: () => T) => Promise<T>;
const pages: string[] = [];

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => fn(...args));
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  pages.length = urls.length;
  await Promise.all(
    urls.map(async (url, place) => {
      pages[place] = await get(url);
    }),
  );
  return pages;
}
