// The promise timer of Node, called off by a signal of its own when the operation was quicker.
import { setTimeout as delay } from "node:timers/promises";

class TimeoutError extends Error {
  override get name(): string {
    return "TimeoutError";
  }
}

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms?: number,
): Promise<T> {
  const [work, alarm] = [new AbortController(), new AbortController()];
  const limit = async () => {
    await delay(ms ?? 2000, undefined, { signal: alarm.signal });
    // The abort comes a turn of microtasks after the decision, so that its answer is too late for the race.
    queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => work.abort())));
    throw new TimeoutError("Too slow");
  };
  try {
    // An async function of its own: if the operation throws at once, `limit()` is being raced all the same.
    return await Promise.race([limit(), (async () => operation(work.signal))()]);
  } finally {
    alarm.abort();
  }
}
