// fails: nested (leaves-before-cleanup); also: outer

type Body<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export async function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timeIsUp = new Error("the time is up");
  const timer = setTimeout(() => controller.abort(timeIsUp), ms);
  const { promise: gone, reject } = Promise.withResolvers<never>();
  gone.catch(() => {});
  const pass = () => {
    // Told twice: there is no time left for a clean-up.
    if (controller.signal.aborted) reject(signal?.reason);
    controller.abort(signal?.reason);
  };
  signal?.addEventListener("abort", pass);
  try {
    return { timedOut: false as const, value: await Promise.race([body(controller.signal), gone]) };
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
  if (result.timedOut) throw new TimeoutError(`more than ${ms} ms`);
  return result.value;
}
