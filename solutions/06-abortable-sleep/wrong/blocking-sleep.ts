// fails: time (blocking-sleep); also: zero, abort, apart, aborted

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end) signal?.throwIfAborted();
}
