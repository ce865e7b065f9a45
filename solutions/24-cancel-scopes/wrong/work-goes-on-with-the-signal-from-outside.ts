// fails: cleanup (work-goes-on); also: outer

export async function failAfter<T>(
  ms: number,
  body: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const outcome = await moveOnAfter(ms, body, signal);
  if (outcome.timedOut) throw new DOMException("Time is up", "TimeoutError");
  return outcome.value;
}

export async function moveOnAfter<T>(
  ms: number,
  body: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<{ timedOut: true } | { timedOut: false; value: T }> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timeIsUp = new Error("The time is up");
  const timer = setTimeout(() => controller.abort(timeIsUp), ms);
  const onAbort = () => controller.abort(signal!.reason);
  signal?.addEventListener("abort", onAbort);
  try {
    return { timedOut: false, value: await body(signal ?? controller.signal) };
  } catch (error) {
    if (error === timeIsUp) return { timedOut: true };
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}
