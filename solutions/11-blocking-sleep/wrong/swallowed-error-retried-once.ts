// fails: failure (swallowed-error)

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 0;
  for (;;) {
    checks += 1;
    const ready = await check().catch(() => {
      checks += 1;
      return check();
    });
    if (ready) return checks;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}
