// Two promises race, and a finally block tidies up after both.

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const slept = Promise.withResolvers<void>();
  const woken = Promise.withResolvers<never>();
  const wake = () => woken.reject(signal?.reason);
  const timer = setTimeout(slept.resolve, ms);
  signal?.addEventListener("abort", wake);
  try {
    await Promise.race([slept.promise, woken.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", wake);
  }
}
