// fails: story (busy-wait); also: failure

type ToThread = <T>(job: () => T) => Promise<T>;

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R> => {
    const settled: { value: R }[] = [];
    const failed: unknown[] = [];
    toThread(() => fn(...args)).then(
      (value) => settled.push({ value }),
      (error) => failed.push(error),
    );
    while (settled.length + failed.length === 0) await new Promise((resolve) => setTimeout(resolve, 30));
    if (failed.length > 0) throw failed[0];
    return settled[0]!.value;
  };
}

export async function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return await Promise.all(urls.map((url) => toThread(() => requestsGet(url))));
}
