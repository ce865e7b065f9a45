// fails: story (fixed-rate); also: interval, polling, timer

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  for (let checks = 1; ; checks++) {
    const [ready] = await Promise.all([check(), new Promise((resolve) => setTimeout(resolve, intervalMs))]);
    if (ready) return checks;
  }
}
