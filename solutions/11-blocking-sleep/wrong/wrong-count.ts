// fails: is ready after three checks and 2600 ms, and the event loop stays free (wrong-count)

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
