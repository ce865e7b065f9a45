// fails: story (wrong-count)

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let waits = 0;
  while (!(await check())) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    waits += 1;
  }
  return waits;
}
