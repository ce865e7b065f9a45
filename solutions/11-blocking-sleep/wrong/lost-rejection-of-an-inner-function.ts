// fails: failure (lost-rejection); also: timer, apart
// Nobody waits for the async function that asks.

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  return new Promise((resolve) => {
    let checks = 0;
    const ask = async () => {
      checks += 1;
      if (await check()) resolve(checks);
      else setTimeout(ask, intervalMs);
    };
    ask();
  });
}
