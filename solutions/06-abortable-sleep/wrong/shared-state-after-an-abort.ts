// fails: apart (shared-state)

let stopped: { reason: unknown } | undefined;

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stopped) return reject(stopped.reason);
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      stopped = { reason: signal?.reason };
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
