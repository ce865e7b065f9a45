// fails: story (timer-not-awaited); also: time, zero, abort, timer, nothing-left

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  setTimeout(() => {}, ms);
}
