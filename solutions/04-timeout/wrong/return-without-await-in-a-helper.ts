// fails: story (return-without-await); also: limit, abort
async function timed<R>(ms: number, act: () => void, body: () => Promise<R>): Promise<R> {
  const timer = setTimeout(act, ms);
  try {
    return body();
  } finally {
    clearTimeout(timer);
  }
}

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const giveUp = () => {
    reject(Object.assign(new Error(`more than ${ms} ms`), { name: "TimeoutError" }));
    controller.abort();
  };
  return timed(ms, giveUp, () => Promise.race([operation(controller.signal), late]));
}
