// fails: arguments (lost-arguments)

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args): Promise<R> => toThread(() => (fn as any)(args));
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
