// fails: failure (swallowed-error); also: values

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
  });
  try {
    const work = operation(controller.signal).catch((error) => {
      console.error(error);
      return undefined as T;
    });
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
