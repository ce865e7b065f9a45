// fails: apart (shared-state)
// Who waits for the same already is joined.
const running = new Map<() => Promise<boolean>, Promise<number>>();

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  const before = running.get(check);
  if (before) return before;
  const own = wait(check, intervalMs).finally(() => running.delete(check));
  running.set(check, own);
  return own;
}

async function wait(check: () => Promise<boolean>, intervalMs: number): Promise<number> {
  for (let count = 1; ; count++) {
    if (await check()) return count;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}
