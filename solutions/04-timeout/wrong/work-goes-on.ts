// fails: abort (work-goes-on)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("Too slow", "TimeoutError")), ms);
  });
  try {
    return await Promise.race([operation(new AbortController().signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
