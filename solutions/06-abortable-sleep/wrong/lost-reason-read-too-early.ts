// fails: abort (lost-reason)
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const reason = signal?.reason;

  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(reason);
      return;
    }

    const onAbort = () => {
      clearTimeout(timer);
      reject(reason);
    };

    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);

    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
