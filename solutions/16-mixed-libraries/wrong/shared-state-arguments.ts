// fails: apart (shared-state)
// A thread that begins late finds the arguments of the latest call.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(
  fn: (...args: Args) => R,
  toThread: ToThread,
): (...args: Args) => Promise<R> {
  let latest: Args;
  const job = () => fn(...latest);
  return (...args) => {
    latest = args;
    return toThread(job);
  };
}

export function fetchPages(
  urls: string[],
  requestsGet: (url: string) => string,
  toThread: ToThread,
): Promise<string[]> {
  return Promise.all(urls.map((url) => asyncify(requestsGet, toThread)(url)));
}
