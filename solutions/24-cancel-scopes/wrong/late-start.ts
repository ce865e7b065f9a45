// fails: values (late-start); also: outer

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export async function moveOnAfter<T>(
  ms: number,
  body: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<{ timedOut: true } | { timedOut: false; value: T }> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timeIsUp = new TimeoutError(`More than ${ms} ms`);
  const timer = setTimeout(() => controller.abort(timeIsUp), ms);
  const pass = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", pass);
  try {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return { timedOut: false, value: await body(controller.signal) };
  } catch (error) {
    if (error === timeIsUp) return { timedOut: true };
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", pass);
  }
}

export async function failAfter<T>(
  ms: number,
  body: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const result = await moveOnAfter(ms, body, signal);
  if (result.timedOut) throw new TimeoutError(`More than ${ms} ms`);
  return result.value;
}
