// fails: polling (busy-wait); also: many

import { setTimeout } from "node:timers/promises";

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    for (let left = intervalMs; left > 0; left--) await setTimeout(1);
    checks += 1;
  }
  return checks;
}
