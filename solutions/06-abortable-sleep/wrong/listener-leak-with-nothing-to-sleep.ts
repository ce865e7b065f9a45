// fails: nothing-left (listener-leak)
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    const timer = setTimeout(ms > 0 ? end : resolve, ms);
    function end() {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }
  });
}
