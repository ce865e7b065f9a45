// fails: apart (shared-state)

let timer: NodeJS.Timeout | undefined;

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  clearTimeout(timer);
  return new Promise((resolve, reject) => {
    let checks = 0;
    const ask = () => {
      checks += 1;
      check().then((ready) => {
        if (ready) resolve(checks);
        else timer = setTimeout(ask, intervalMs);
      }, reject);
    };
    ask();
  });
}
