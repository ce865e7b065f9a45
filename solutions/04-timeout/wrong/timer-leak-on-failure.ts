// fails: timer (timer-leak)

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
  timeout.catch(() => {});
  const value = await Promise.race([operation(controller.signal), timeout]);
  clearTimeout(timer);
  return value;
}
