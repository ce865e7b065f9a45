// The job throws nothing: it returns what became of the call, and the loop makes a value or a throw of that again.

type ToThread = <T>(job: () => T) => Promise<T>;
type Outcome<R> = { ok: true; value: R } | { ok: false; error: unknown };

function outcomeOf<R>(act: () => R): Outcome<R> {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    return { ok: false, error };
  }
}

export function asyncify<Args extends unknown[], R>(fn: (...args: Args) => R, toThread: ToThread) {
  return async (...args: Args): Promise<R> => {
    const outcome = await toThread(() => outcomeOf(() => fn(...args)));
    if (outcome.ok) return outcome.value;
    throw outcome.error;
  };
}

export function fetchPages(urls: string[], requestsGet: (url: string) => string, toThread: ToThread) {
  return new Promise<string[]>((resolve, reject) => {
    const pages: string[] = new Array(urls.length);
    let left = urls.length;
    if (left === 0) resolve(pages);
    urls.forEach((url, place) => {
      asyncify(
        requestsGet,
        toThread,
      )(url).then((page) => {
        pages[place] = page;
        if (--left === 0) resolve(pages);
      }, reject);
    });
  });
}
