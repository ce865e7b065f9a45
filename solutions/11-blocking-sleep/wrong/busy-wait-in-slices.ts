// fails: polling (busy-wait)

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let count = 1;
  while (!(await check())) {
    // In small steps, so that others get their turn.
    for (let left = intervalMs; left > 0; left -= 100) await pause(Math.min(left, 100));
    count++;
  }
  return count;
}
