export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let checks = 0;
    const again = (): void => {
      checks += 1;
      check().then((ready) => {
        if (ready) resolve(checks);
        else setTimeout(again, intervalMs);
      }, reject);
    };
    again();
  });
}
