// fails: failure (abort-by-error)

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(new TimeoutError("Too slow"));
    controller.abort();
  }, ms);
  try {
    return await Promise.race([operation(controller.signal), limit.promise]);
  } catch (error) {
    // An operation may well fail with an AbortError though nobody aborted it.
    if (error instanceof Error && error.name === "AbortError") throw new TimeoutError("Too slow");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
