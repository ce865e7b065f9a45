// fails: failure (floating-rejection); also: timer, apart

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  return new Promise((resolve) => {
    let checks = 0;
    const again = async () => {
      checks += 1;
      if (await check()) resolve(checks);
      else setTimeout(again, intervalMs);
    };
    again();
  });
}
