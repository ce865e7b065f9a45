// fails: interval (blocking-sleep); also: story, polling, failure, timer, many, apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    for (let slept = 0; slept < intervalMs; slept++) {
      blockingSleep(1);
      // A turn for the others: no heartbeat is late by more than this millisecond.
      await new Promise((resolve) => setImmediate(resolve));
    }
    checks += 1;
  }
  return checks;
}
