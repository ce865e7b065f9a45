// fails: limit (repeated-call)

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
    // One try for the failure, one for the value.
    operation(controller.signal).catch(limit.reject);
    return await Promise.race([operation(controller.signal), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
