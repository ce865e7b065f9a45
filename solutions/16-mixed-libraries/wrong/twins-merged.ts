// fails: order (twins-merged)

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => fn(...args));
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  const pages = new Map<string, Promise<string>>();
  for (const url of urls) if (!pages.has(url)) pages.set(url, get(url));
  return await Promise.all(urls.map((url) => pages.get(url)!));
}
