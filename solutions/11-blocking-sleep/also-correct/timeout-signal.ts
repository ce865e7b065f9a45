// The timer of an AbortSignal.

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    const over = AbortSignal.timeout(intervalMs);
    await new Promise((resolve) => over.addEventListener("abort", resolve, { once: true }));
    checks += 1;
  }
  return checks;
}
