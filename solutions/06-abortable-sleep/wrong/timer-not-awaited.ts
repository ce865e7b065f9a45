// fails: story (timer-not-awaited)

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  setTimeout(() => {}, ms);
}
