// fails: regardless (floating-rejection)

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
    void (async () => {
      try {
        resolve(await operation(controller.signal));
      } catch (error) {
        if (timedOut) throw error;
        reject(error);
      } finally {
        clearTimeout(timer);
      }
    })();
  });
}
