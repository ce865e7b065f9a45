// fails: story (blocking-sleep); also: interval, polling, failure, timer, many, apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    for (let slept = 0; slept < intervalMs; slept += 10) {
      blockingSleep(10);
      await Promise.resolve();
    }
    checks += 1;
  }
  return checks;
}
