// fails: abort (busy-wait); also: time

import { setTimeout as wait } from "node:timers/promises";

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const end = performance.now() + ms;
  do {
    signal?.throwIfAborted();
    await wait(Math.min(10, end - performance.now()));
  } while (performance.now() < end);
}
