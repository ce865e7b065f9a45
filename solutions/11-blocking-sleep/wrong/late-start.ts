// fails: story (late-start); also: polling

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  for (let checks = 1; ; checks++) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    if (await check()) return checks;
  }
}
