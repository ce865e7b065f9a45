// fails: failure (abort-by-error)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;

  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  const timer = setTimeout(() => controller.abort(), ms);

  try {
    return await Promise.race([aborted, operation(signal)]);
  } catch (error: any) {
    if (error?.name === "AbortError") {
      throw new DOMException(`Not done within ${ms} ms`, "TimeoutError");
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
