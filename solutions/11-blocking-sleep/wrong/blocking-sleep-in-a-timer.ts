// fails: story (blocking-sleep); also: interval, polling, failure, timer, many, apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        blockingSleep(intervalMs);
        resolve();
      }, 0);
    });
    checks += 1;
  }
  return checks;
}
