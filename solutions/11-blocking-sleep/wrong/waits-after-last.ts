// fails: is ready after three checks and 2600 ms, and the event loop stays free (waits-after-last)

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
