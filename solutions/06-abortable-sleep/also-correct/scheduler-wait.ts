// The scheduler's wait, as a chain; what it rejects with can only come from the abort.
import { scheduler } from "node:timers/promises";

export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  scheduler.wait(ms, signal && { signal }).catch(() => Promise.reject(signal!.reason));
