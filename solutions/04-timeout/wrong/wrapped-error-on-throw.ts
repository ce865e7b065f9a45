// fails: failure (wrapped-error); also: values

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(new DOMException("Too slow", "TimeoutError"));
    controller.abort();
  }, ms);
  let work: Promise<T>;
  try {
    work = operation(controller.signal);
  } catch (error) {
    work = Promise.reject(new Error(`The operation threw: ${error}`));
  }
  return await Promise.race([work, limit.promise]).finally(() => clearTimeout(timer));
}
