// fails: limit (falsy-is-nothing)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms?: number,
): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(new DOMException("Too slow", "TimeoutError"));
    controller.abort();
  }, ms || 2000);
  try {
    return await Promise.race([operation(controller.signal), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
