// fails: failure (wrapped-error); also: values

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const stop = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    stop.reject(new Error("over"));
    controller.abort();
  }, ms);
  try {
    return await Promise.race([operation(controller.signal), stop.promise]);
  } catch (cause) {
    // Whatever went wrong is called a timeout.
    throw Object.assign(new Error("Timed out", { cause }), { name: "TimeoutError" });
  } finally {
    clearTimeout(timer);
  }
}
