// fails: story (blocking-sleep); also: interval, polling, failure, timer, many, apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  for (let checks = 1; ; checks++) {
    const ready = await check();
    if (ready) return checks;
    const timer = new Promise((resolve) => setTimeout(resolve, intervalMs));
    blockingSleep(intervalMs / 2);
    await timer;
  }
}
