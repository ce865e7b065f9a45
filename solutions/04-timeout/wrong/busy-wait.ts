// fails: limit (busy-wait)

class TimeoutError extends Error {
  override name = "TimeoutError";
}

/** Settles as `operation` does, if that comes before `ms` (default 2000), and else rejects with a TimeoutError. */
export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms: number = 2000,
): Promise<T> {
  const controller = new AbortController();
  const start = Date.now();
  let clock: ReturnType<typeof setInterval> | undefined;

  const late = new Promise<never>((_, reject) => {
    clock = setInterval(() => {
      const elapsed = Date.now() - start;
      if (elapsed >= ms) {
        clearInterval(clock);
        reject(new TimeoutError(`no answer after ${elapsed} ms`));
        controller.abort();
      }
    }, 100);
  });

  try {
    return await Promise.race([operation(controller.signal), late]);
  } finally {
    clearInterval(clock);
  }
}
