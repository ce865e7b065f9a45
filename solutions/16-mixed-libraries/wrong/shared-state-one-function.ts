// fails: apart (shared-state)

type ToThread = <T>(job: () => T) => Promise<T>;
let blocking: (...args: unknown[]) => unknown;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  blocking = fn as any;
  return (...args: Args): Promise<R> => toThread(() => blocking(...args) as R);
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
