// Promise chains all the way: the reason is an object without any name, and the outcome is decided in one `then`.

type Body<T> = (signal: AbortSignal) => Promise<T>;
type MovedOn<T> = { timedOut: true } | { timedOut: false; value: T };

function scope<T, R>(
  ms: number,
  body: Body<T>,
  signal: AbortSignal | undefined,
  whenTimeIsUp: () => R,
  whenDone: (value: T) => R,
): Promise<R> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  var inner = new AbortController();
  var timeIsUp = {};
  function pass() {
    inner.abort(signal!.reason);
  }
  var timer = setTimeout(() => {
    inner.abort(timeIsUp);
  }, ms);
  if (signal) signal.addEventListener("abort", pass, { once: true });
  return body(inner.signal)
    .then(whenDone, (error) => {
      if (error === timeIsUp) return whenTimeIsUp();
      throw error;
    })
    .finally(() => {
      clearTimeout(timer);
      if (signal) signal.removeEventListener("abort", pass);
    });
}

export function failAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> {
  function fail(): never {
    var error = new Error("Out of time");
    error.name = "TimeoutError";
    throw error;
  }
  return scope<T, T>(ms, body, signal, fail, (value) => value);
}

export function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<MovedOn<T>> {
  function moveOn(): MovedOn<T> {
    return { timedOut: true };
  }
  return scope<T, MovedOn<T>>(ms, body, signal, moveOn, (value) => ({ timedOut: false, value: value }));
}
