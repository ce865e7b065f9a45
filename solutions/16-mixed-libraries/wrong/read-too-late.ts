// fails: order (read-too-late)
// When a thread begins late, the loop over the urls is over.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => fn(...args));
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const jobs: Promise<string>[] = [];
  let url: string;
  for (url of urls) jobs.push(toThread(() => requestsGet(url)));
  return await Promise.all(jobs);
}
