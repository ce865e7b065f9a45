// fails: abort (waits-for-operation)

import { setTimeout as wait } from "node:timers/promises";

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await wait(ms);
  signal?.throwIfAborted();
}
