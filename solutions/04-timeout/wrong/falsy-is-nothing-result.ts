// fails: values (falsy-is-nothing)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const nothing = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    const value = await Promise.race([operation(controller.signal), nothing]);
    if (value === undefined) {
      controller.abort();
      throw new DOMException("Too slow", "TimeoutError");
    }
    return value;
  } finally {
    clearTimeout(timer);
  }
}
