type Body<T> = (signal: AbortSignal) => Promise<T>;

export async function failAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> {
  const result = await moveOnAfter(ms, body, signal);
  if (!result.timedOut) return result.value;
  throw new DOMException(`${ms} ms are over`, "TimeoutError");
}

export async function moveOnAfter<T>(
  ms: number,
  body: Body<T>,
  signal?: AbortSignal,
): Promise<{ timedOut: true } | { timedOut: false; value: T }> {
  signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(ms);
  const joined = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    return { timedOut: false, value: await body(joined) };
  } catch (error) {
    if (deadline.aborted && error === deadline.reason) return { timedOut: true };
    throw error;
  }
}
