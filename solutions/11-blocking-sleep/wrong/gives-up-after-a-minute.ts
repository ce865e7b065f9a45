// fails: many (gives-up); also: interval
import { setTimeout as sleep } from "node:timers/promises";

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  const end = Date.now() + 60_000;
  let checks = 1;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("never ready");
    await sleep(intervalMs);
    checks += 1;
  }
  return checks;
}
