// fails: story (resolves-on-timeout)

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<T>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeoutError("Too slow"));
      controller.abort();
    }, ms);
  });
  try {
    return await Promise.race([operation(controller.signal), timeout]);
  } catch (error) {
    // A result like any other, as Go has it.
    if (error instanceof TimeoutError) return error as T;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
