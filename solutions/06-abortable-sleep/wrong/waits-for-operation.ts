// fails: rejects with the signal's reason at the instant of the abort (waits-for-operation)

import { setTimeout as wait } from "node:timers/promises";

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await wait(ms);
  signal?.throwIfAborted();
}
