// Async functions and a loop; all jobs are handed over before the first page is awaited, and all are watched together.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R> =>
    await toThread(() => {
      return fn(...args);
    });
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const pages: Promise<string>[] = [];
  for (const url of urls) pages.push(toThread(() => requestsGet(url)));
  return await Promise.all(pages);
}
