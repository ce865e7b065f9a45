// fails: time (busy-wait); also: abort

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const end = Date.now() + ms;
    const timer = setInterval(() => {
      if (!signal?.aborted && Date.now() < end) return;
      clearInterval(timer);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    }, 50);
  });
}
