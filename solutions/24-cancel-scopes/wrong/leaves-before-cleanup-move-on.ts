// fails: cleanup (leaves-before-cleanup); also: late, outer, nested

type Body<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export async function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timeIsUp = new Error("the time is up");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort(timeIsUp);
      reject(timeIsUp);
    }, ms);
  });
  const pass = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", pass);
  try {
    return { timedOut: false as const, value: await Promise.race([body(controller.signal), late]) };
  } catch (error) {
    if (error === timeIsUp) return { timedOut: true as const };
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", pass);
  }
}

export async function failAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const reason = new TimeoutError(`more than ${ms} ms`);
  const timer = setTimeout(() => own.abort(reason), ms);
  try {
    return await body(AbortSignal.any(signal ? [signal, own.signal] : [own.signal]));
  } finally {
    clearTimeout(timer);
  }
}
