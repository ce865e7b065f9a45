// Node's own timers for promises.
import { scheduler } from "node:timers/promises";

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  for (; !(await check()); checks++) await scheduler.wait(intervalMs);
  return checks;
}
