// fails: values (falsy-is-nothing)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let failure: unknown;
  let value: T | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      failure = new DOMException("Too slow", "TimeoutError");
      resolve();
      controller.abort();
    }, ms);
  });
  const work = async () => {
    try {
      value = await operation(controller.signal);
    } catch (error) {
      failure ??= error;
    }
  };
  await Promise.race([work(), late]);
  clearTimeout(timer);
  if (failure) throw failure;
  return value as T;
}
