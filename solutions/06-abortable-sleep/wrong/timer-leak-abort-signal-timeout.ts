// fails: timer (timer-leak)

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const alarm = AbortSignal.timeout(Math.max(0, ms));
  const either = signal ? AbortSignal.any([alarm, signal]) : alarm;
  await new Promise<void>((resolve) => {
    either.addEventListener("abort", () => resolve(), { once: true });
  });
  signal?.throwIfAborted();
}
