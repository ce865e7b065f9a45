// fails: failure (swallowed-error)

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R | undefined> => {
    try {
      return await toThread(() => fn(...args));
    } catch (error) {
      console.error(error);
      return undefined;
    }
  };
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
