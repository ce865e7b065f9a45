// fails: apart (shared-state)

let last: Promise<unknown> = Promise.resolve();

/** Whoever comes second waits for the first, although nothing needs it to. */
export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms?: number): Promise<T> {
  const next = last.then(() => limited(operation, ms));
  last = next.catch(() => {});
  return next;
}

async function limited<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(new DOMException("Too slow", "TimeoutError"));
    controller.abort();
  }, ms);
  try {
    return await Promise.race([operation(controller.signal), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
