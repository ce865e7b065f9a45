// fails: values (falsy-is-nothing)

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
  let work: Promise<T> | undefined;
  let thrown: unknown;
  try {
    work = operation(controller.signal);
  } catch (error) {
    thrown = error;
  }
  try {
    if (thrown) throw thrown;
    return (await Promise.race([work, limit.promise])) as T;
  } finally {
    clearTimeout(timer);
  }
}
