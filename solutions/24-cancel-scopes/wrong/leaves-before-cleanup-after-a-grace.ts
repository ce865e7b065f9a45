// fails: cleanup (leaves-before-cleanup)

type Body<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export async function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timeIsUp = new Error("the time is up");
  const { promise: patience, reject } = Promise.withResolvers<never>();
  patience.catch(() => {});
  let timer = setTimeout(() => {
    controller.abort(timeIsUp);
    // Whoever has not tidied up in five seconds never will.
    timer = setTimeout(() => reject(timeIsUp), 5000);
  }, ms);
  const pass = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", pass);
  try {
    return { timedOut: false as const, value: await Promise.race([body(controller.signal), patience]) };
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
