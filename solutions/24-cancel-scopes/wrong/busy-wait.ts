// fails: cleanup (busy-wait); also: outer
type Body<T> = (signal: AbortSignal) => Promise<T>;

export async function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timeIsUp = new Error("the time is up");
  const due = performance.now() + ms;
  const watch = setInterval(() => {
    if (signal?.aborted) controller.abort(signal.reason);
    else if (performance.now() >= due) controller.abort(timeIsUp);
  }, 5);
  try {
    return { timedOut: false as const, value: await body(controller.signal) };
  } catch (error) {
    if (error === timeIsUp) return { timedOut: true as const };
    throw error;
  } finally {
    clearInterval(watch);
  }
}

export async function failAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> {
  const result = await moveOnAfter(ms, body, signal);
  if (result.timedOut) throw Object.assign(new Error(`more than ${ms} ms`), { name: "TimeoutError" });
  return result.value;
}
