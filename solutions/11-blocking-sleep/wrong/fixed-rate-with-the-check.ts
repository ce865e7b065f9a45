// fails: story (fixed-rate); also: interval, polling, timer

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  for (let checks = 1; ; checks++) {
    const pause = new Promise((resolve) => setTimeout(resolve, intervalMs));
    if (await check()) return checks;
    await pause;
  }
}
