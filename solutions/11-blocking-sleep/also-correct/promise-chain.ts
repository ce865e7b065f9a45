// Chained promises: each no leads to a timer, and that to the next check.

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  const ask = (checks: number): Promise<number> =>
    check().then((ready) => (ready ? checks : sleep(intervalMs).then(() => ask(checks + 1))));
  return ask(1);
}
