// fails: apart (shared-state)

const timers = new Set<NodeJS.Timeout>();

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(new DOMException("Too slow", "TimeoutError"));
    controller.abort();
  }, ms);
  timers.add(timer);
  try {
    return await Promise.race([operation(controller.signal), limit.promise]);
  } finally {
    for (const each of timers) clearTimeout(each);
    timers.clear();
  }
}
