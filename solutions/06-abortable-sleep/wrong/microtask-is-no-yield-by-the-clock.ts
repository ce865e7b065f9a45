// fails: time (microtask-is-no-yield); also: zero, abort, apart, aborted

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    signal?.throwIfAborted();
    await null;
  }
}
