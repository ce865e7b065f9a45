// For 0 or less it only gives the event loop a turn; an interval's first tick is the timer otherwise.

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw signal.reason;
  if (ms <= 0) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    return signal?.throwIfAborted();
  }
  await new Promise<void>((resolve, reject) => {
    const done = (settle: () => void) => () => {
      clearInterval(interval);
      signal?.removeEventListener("abort", abort);
      settle();
    };
    const abort = done(() => reject(signal?.reason));
    const interval = setInterval(done(resolve), ms);
    signal?.addEventListener("abort", abort);
  });
}
