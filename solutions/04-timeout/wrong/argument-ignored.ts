// fails: limit (argument-ignored)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  _ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(new DOMException("Too slow", "TimeoutError"));
    controller.abort();
  }, 2000);
  try {
    return await Promise.race([operation(controller.signal), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
