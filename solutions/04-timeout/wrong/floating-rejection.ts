// fails: failure (floating-rejection); also: values, regardless, timer

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(new DOMException("Too slow", "TimeoutError"));
    controller.abort();
  }, ms);
  const work = Promise.try(operation, controller.signal);
  // A second branch of the same promise, and nobody looks at it.
  work.finally(() => clearTimeout(timer));
  return Promise.race([work, limit.promise]);
}
