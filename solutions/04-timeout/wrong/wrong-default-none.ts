// fails: story (wrong-default)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms?: number,
): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  // Node takes a missing delay for 1 ms.
  const timer = setTimeout(() => {
    limit.reject(new DOMException("Too slow", "TimeoutError"));
    controller.abort();
  }, ms);
  try {
    return await Promise.race([operation(controller.signal), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
