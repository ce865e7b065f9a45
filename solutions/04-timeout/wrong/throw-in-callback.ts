// fails: story (throw-in-callback); also: limit, abort, regardless, timer, apart

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
    throw new DOMException("Too slow", "TimeoutError");
  }, ms);
  try {
    return await operation(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
