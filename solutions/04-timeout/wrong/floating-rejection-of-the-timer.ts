// fails: failure (floating-rejection); also: values, timer

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
  });
  // If this throws nobody ever races the timeout.
  const work = operation(controller.signal);
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
