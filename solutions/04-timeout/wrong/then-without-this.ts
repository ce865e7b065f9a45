// fails: story (then-without-this); also: limit, abort, regardless, timer, apart
export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const { signal, abort } = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(Object.assign(new Error(`more than ${ms} ms`), { name: "TimeoutError" }));
    abort();
  }, ms);
  try {
    return await Promise.race([operation(signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
