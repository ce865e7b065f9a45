// fails: failure (sync-throw-escapes); also: values

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  const work = operation(controller.signal);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
