// fails: story (fixed-rate); also: interval

import { setInterval as beats } from "node:timers/promises";

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  if (await check()) return checks;
  for await (const _ of beats(intervalMs)) {
    checks++;
    if (await check()) break;
  }
  return checks;
}
