// fails: story (microtask-is-no-yield); also: interval, polling, failure, timer, many, apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    const end = performance.now() + intervalMs;
    while (performance.now() < end) await null;
    checks += 1;
  }
  return checks;
}
