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
  try {
    return await Promise.race([operation(controller.signal), limit.promise]);
  } catch (cause) {
    if (controller.signal.aborted) throw cause;
    throw new Error("The operation failed", { cause });
  } finally {
    clearTimeout(timer);
  }
}
