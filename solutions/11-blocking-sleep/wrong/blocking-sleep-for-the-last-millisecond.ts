// fails: story (blocking-sleep); also: interval, polling, failure, timer, many, apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    // "Timers are not exact": so it finishes by hand.
    if (intervalMs > 1) await new Promise((resolve) => setTimeout(resolve, intervalMs - 1));
    blockingSleep(1);
    checks += 1;
  }
  return checks;
}
