// fails: story (seconds-for-milliseconds); also: time

import { setTimeout as wait } from "node:timers/promises";

export async function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  await wait(seconds * 1000, undefined, { signal }).catch(() => {
    throw signal?.reason;
  });
}
