// fails: failure (falsy-is-nothing)

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let checks = 0;
    const again = async () => {
      checks += 1;
      let failure: unknown;
      const ready = await check().catch((error: unknown) => {
        failure = error;
        return false;
      });
      if (failure) reject(failure);
      else if (ready) resolve(checks);
      else setTimeout(again, intervalMs);
    };
    again();
  });
}
