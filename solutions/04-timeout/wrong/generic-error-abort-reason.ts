// fails: story (generic-error); also: limit, values, regardless, apart

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  return new Promise((resolve, reject) => {
    // The reason of a bare abort() is an AbortError.
    signal.addEventListener("abort", () => reject(signal.reason));
    const timer = setTimeout(() => controller.abort(), ms);
    Promise.try(operation, signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
