// The timer is never cleared: after a quick answer it still runs for the rest of its time.
export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => {
      const error = new Error(`Timed out after ${ms} ms`);
      error.name = "TimeoutError";
      reject(error);
      controller.abort(error);
    }, ms);
  });
  timeout.catch(() => {});
  return Promise.race([operation(controller.signal), timeout]);
}
