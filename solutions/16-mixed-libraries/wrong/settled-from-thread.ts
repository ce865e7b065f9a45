// fails: story (settled-from-thread); also: time, first-failure

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return (...args: Args) =>
    new Promise<R>((resolve, reject) => {
      toThread(() => {
        try {
          resolve(fn(...args));
        } catch (error) {
          reject(error);
        }
      }).catch(reject);
    });
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  const get = asyncify(requestsGet, toThread);
  return Promise.all(urls.map((url) => get(url)));
}
