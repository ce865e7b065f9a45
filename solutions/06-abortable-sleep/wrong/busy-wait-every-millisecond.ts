// fails: time (busy-wait); also: abort

import { setTimeout as wait } from "node:timers/promises";

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const end = performance.now() + ms;
  do {
    signal?.throwIfAborted();
    await wait(1);
    signal?.throwIfAborted();
  } while (performance.now() < end);
}
