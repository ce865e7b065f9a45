// fails: story (signal-only); also: regardless

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    const value = await operation(controller.signal);
    controller.signal.throwIfAborted();
    return value;
  } catch (error) {
    if (controller.signal.aborted) throw new DOMException("Too slow", "TimeoutError");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
