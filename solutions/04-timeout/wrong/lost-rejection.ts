// fails: failure (lost-rejection); also: values

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
    Promise.try(operation, controller.signal).then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      () => {},
    );
  });
}
