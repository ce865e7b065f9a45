// fails: values (lost-rejection); also: late, nested

type Body<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  return new Promise<{ timedOut: true } | { timedOut: false; value: T }>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const controller = new AbortController();
    const reason = {};
    const timer = setTimeout(() => controller.abort(reason), ms);
    const pass = () => controller.abort(signal?.reason);
    signal?.addEventListener("abort", pass);
    body(controller.signal)
      .then(
        (value) => resolve({ timedOut: false, value }),
        (error) => {
          if (error === reason) resolve({ timedOut: true });
          else if (signal?.aborted) reject(error);
        },
      )
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", pass);
      });
  });
}

export async function failAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> {
  const result = await moveOnAfter(ms, body, signal);
  if (result.timedOut) throw new TimeoutError(`more than ${ms} ms`);
  return result.value;
}
