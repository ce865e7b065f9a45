export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    // Only works if the operation gives up by itself when its signal aborts.
    return await operation(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    const timeout = new Error("Too slow");
    timeout.name = "TimeoutError";
    throw timeout;
  } finally {
    clearTimeout(timer);
  }
}
