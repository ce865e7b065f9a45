// The end of the sleep is an abort, too: a signal derived from both tells of whichever comes first.

const never = new AbortController().signal;

export async function sleep(ms: number, signal: AbortSignal = never): Promise<void> {
  signal.throwIfAborted();
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const timer = setTimeout(() => over.abort(), ms);
  await new Promise((resolve) => either.addEventListener("abort", resolve, { once: true }));
  clearTimeout(timer);
  if (!over.signal.aborted) throw signal.reason;
}
