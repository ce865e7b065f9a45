// fails: apart (shared-state)

type ToThread = <T>(job: () => T) => Promise<T>;
let result: unknown;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R> => {
    await toThread(() => {
      result = fn(...args);
    });
    return result as R;
  };
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
