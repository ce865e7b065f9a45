// What has to be taken away lies on a stack of disposables; the clock is an abortable wait, which the stack ends.

import { addAbortListener } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

type Body<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override name = "TimeoutError";
}

export async function moveOnAfter<T>(ms: number, body: Body<T>, signal?: AbortSignal) {
  signal?.throwIfAborted();
  using stack = new DisposableStack();
  const [inner, clock] = [new AbortController(), new AbortController()];
  const reason = [ms];
  stack.defer(() => clock.abort());
  if (signal) stack.use(addAbortListener(signal, () => inner.abort(signal.reason)));
  wait(ms, reason, { signal: clock.signal }).then(
    (why) => inner.abort(why),
    () => {},
  );
  try {
    const value = await body(inner.signal);
    return { timedOut: false as const, value };
  } catch (error) {
    if (error === reason) return { timedOut: true as const };
    throw error;
  }
}

export const failAfter = <T>(ms: number, body: Body<T>, signal?: AbortSignal): Promise<T> =>
  moveOnAfter(ms, body, signal).then((result) => {
    if (result.timedOut) throw new TimeoutError("too late");
    return result.value;
  });
