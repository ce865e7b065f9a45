// fails: failure (falsy-is-nothing); also: first-failure
// Only a thrown `undefined` is lost.

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R> => {
    let value!: R;
    let failure: unknown;
    await toThread(() => {
      try {
        value = fn(...args);
      } catch (error) {
        failure = error;
      }
    });
    if (failure !== undefined) throw failure;
    return value;
  };
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  return Promise.all(urls.map((url) => get(url)));
}
