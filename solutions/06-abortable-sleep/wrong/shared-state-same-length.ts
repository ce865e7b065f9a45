// fails: apart (shared-state)

const running = new Map<number, Promise<void>>();

function start(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal) return start(ms, signal);
  // Two sleeps of the same length end together only if they began together.
  const promise = running.get(ms) ?? start(ms).finally(() => running.delete(ms));
  running.set(ms, promise);
  return promise;
}
