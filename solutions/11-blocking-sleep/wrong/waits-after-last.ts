// fails: story (waits-after-last); also: polling

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let ready = false;
  let checks = 0;
  while (!ready) {
    ready = await check();
    checks += 1;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
  return checks;
}
