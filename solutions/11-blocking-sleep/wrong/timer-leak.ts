// fails: timer (timer-leak)

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  let wake = () => {};
  const ticking = setInterval(() => wake(), intervalMs);
  while (!(await check())) {
    ticking.refresh();
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    checks += 1;
  }
  return checks;
}
