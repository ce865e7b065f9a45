// fails: story (passed-not-called); also: limit, abort, timer

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const timeout = new Promise<void>((resolve) => {
    setTimeout(() => {
      // biome-ignore lint: the mistake
      resolve;
    }, ms);
  });
  const result = await Promise.race([
    operation(controller.signal),
    timeout.then(() => {
      controller.abort();
      throw new DOMException("Too slow", "TimeoutError");
    }),
  ]);
  return result;
}
