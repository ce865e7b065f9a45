// fails: story (return-without-await); also: cleanup, outer

type Body<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

function scope<T>(ms: number, body: Body<T>, reason: unknown, signal?: AbortSignal): Promise<T> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(reason), ms);
  try {
    return body(signal ? AbortSignal.any([own.signal, signal]) : own.signal);
  } finally {
    clearTimeout(timer);
  }
}

export function failAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> {
  return scope(ms, body, new TimeoutError(`more than ${ms} ms`), signal);
}

export async function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  const reason = new TimeoutError(`more than ${ms} ms`);
  try {
    return { timedOut: false as const, value: await scope(ms, body, reason, signal) };
  } catch (error) {
    if (error === reason) return { timedOut: true as const };
    throw error;
  }
}
