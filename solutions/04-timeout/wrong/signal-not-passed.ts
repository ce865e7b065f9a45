// fails: abort (signal-not-passed)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const start = operation as () => Promise<T>;
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new DOMException("Too slow", "TimeoutError")), ms);
  try {
    return await Promise.race([start(), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
