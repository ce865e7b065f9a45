// fails: story (resolves-on-timeout); also: cleanup, outer, nested

type Body<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export async function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timeIsUp = new Error("the time is up");
  const timer = setTimeout(() => controller.abort(timeIsUp), ms);
  const pass = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", pass);
  try {
    return { timedOut: false as const, value: await body(controller.signal) };
  } catch (error) {
    if (error === timeIsUp) return { timedOut: true as const };
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", pass);
  }
}

export async function failAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> {
  const result = await moveOnAfter(ms, body, signal);
  if (result.timedOut) return undefined as T;
  return result.value;
}
