// A timer waits, and the event loop is free meanwhile; the loop around it stays as it was.

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    checks += 1;
  }
  return checks;
}
