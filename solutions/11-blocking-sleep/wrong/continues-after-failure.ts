// fails: failure (continues-after-failure); also: timer

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let checks = 0;
    const askLater = () => setTimeout(ask, intervalMs);
    const ask = () => {
      checks += 1;
      check().then(
        (ready) => (ready ? resolve(checks) : askLater()),
        (error) => {
          reject(error);
          askLater();
        },
      );
    };
    ask();
  });
}
