// fails: story (wrong-combinator); also: failure, values, regardless

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(new DOMException("Too slow", "TimeoutError"));
    controller.abort();
  }, ms);
  try {
    return await Promise.any([operation(controller.signal), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
