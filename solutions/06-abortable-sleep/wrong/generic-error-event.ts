// fails: abort (generic-error); also: nothing-left

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", reject);
      resolve();
    }, ms);
    signal?.addEventListener("abort", () => clearTimeout(timer));
    signal?.addEventListener("abort", reject);
  });
}
