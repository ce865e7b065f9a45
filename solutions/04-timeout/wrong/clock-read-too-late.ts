// fails: story (clock-read-too-late); also: limit

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const start = Date.now();
  const result = await operation(controller.signal);
  if (Date.now() - start < ms) return result;
  controller.abort();
  throw new DOMException("Too slow", "TimeoutError");
}
