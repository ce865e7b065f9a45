// fails: story (timer-not-awaited); also: interval, timer

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    setTimeout(() => {}, intervalMs);
    checks += 1;
  }
  return checks;
}
