// fails: timer (timer-leak)

import { setTimeout as wait } from "node:timers/promises";

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (!signal) return wait(ms);
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  await Promise.race([wait(ms), promise]).finally(() => signal.removeEventListener("abort", onAbort));
}
