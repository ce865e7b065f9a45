// fails: story (called-not-passed); also: limit, abort

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
  });
  const work = new Promise<T>((resolve) => resolve(operation(controller.signal)));
  return Promise.race([work, late]).finally(clearTimeout(timer) as never);
}
