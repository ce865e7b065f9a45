// fails: interval (busy-wait); also: polling

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    const end = Date.now() + intervalMs;
    while (Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
    checks++;
  }
  return checks;
}
