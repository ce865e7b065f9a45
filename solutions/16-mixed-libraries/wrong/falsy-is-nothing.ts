// fails: failure (falsy-is-nothing); also: first-failure

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R> => {
    const { value, error } = await toThread(() => {
      try {
        return { value: fn(...args), error: undefined };
      } catch (error) {
        return { value: undefined, error };
      }
    });
    if (error) throw error;
    return value as R;
  };
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  return Promise.all(urls.map((url) => get(url)));
}
