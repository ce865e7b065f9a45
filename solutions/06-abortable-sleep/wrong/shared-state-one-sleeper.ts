// fails: apart (shared-state)

let wake: ((reason: unknown) => void) | undefined;

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    wake = (reason) => {
      clearTimeout(timer);
      reject(reason);
    };
    const onAbort = () => wake?.(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
