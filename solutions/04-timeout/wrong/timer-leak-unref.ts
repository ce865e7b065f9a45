// fails: timer (timer-leak)

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  let over = false;
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new DOMException("Too slow", "TimeoutError"));
      if (!over) controller.abort();
    }, ms).unref();
  });
  timeout.catch(() => {});
  const work = Promise.try(operation, controller.signal).finally(() => {
    over = true;
  });
  return Promise.race([work, timeout]);
}
