// fails: story (resolves-on-timeout)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
      controller.abort();
    }, ms);
  });
  try {
    return (await Promise.race([operation(controller.signal), timeout])) as T;
  } finally {
    clearTimeout(timer);
  }
}
