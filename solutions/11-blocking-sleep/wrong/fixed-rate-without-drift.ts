// fails: story (fixed-rate); also: interval

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let next = Date.now();
  for (let checks = 1; ; checks++) {
    if (await check()) return checks;
    next += intervalMs;
    await new Promise((resolve) => setTimeout(resolve, next - Date.now()));
  }
}
