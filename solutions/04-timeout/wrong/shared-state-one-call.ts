// fails: apart (shared-state)

const running = new Map<unknown, Promise<unknown>>();

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  const known = running.get(operation);
  if (known) return known as Promise<T>;
  const controller = new AbortController();
  const call = new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
    const forget = () => {
      clearTimeout(timer);
      running.delete(operation);
    };
    Promise.try(operation, controller.signal).then(resolve, reject).finally(forget);
  });
  running.set(operation, call);
  call.catch(() => running.delete(operation));
  return call;
}
