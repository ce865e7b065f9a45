// fails: timer (timer-leak); also: polling

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  const warning = setTimeout(() => console.warn("Still not ready"), 10 * intervalMs);
  let checks = 1;
  while (!(await check())) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    checks += 1;
  }
  clearTimeout(warning);
  return checks;
}
