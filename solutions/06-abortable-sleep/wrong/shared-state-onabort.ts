// fails: apart (shared-state)

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      if (signal) signal.onabort = null;
      resolve();
    }, ms);
    if (!signal) return;
    signal.onabort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
  });
}
