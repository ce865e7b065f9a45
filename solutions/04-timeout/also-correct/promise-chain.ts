// No async function: one promise whose resolvers both sides share, and `Promise.try` for an operation that throws.

export function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms: number = 2000,
): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new DOMException(`Gave up after ${ms} ms`, "TimeoutError"));
      controller.abort();
    }, ms);
    Promise.try(operation, controller.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
