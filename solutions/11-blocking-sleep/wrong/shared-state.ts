// fails: apart (shared-state)

let checks = 0;

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  checks += 1;
  while (!(await check())) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    checks += 1;
  }
  const count = checks;
  checks = 0;
  return count;
}
