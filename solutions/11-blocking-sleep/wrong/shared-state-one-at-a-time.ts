// fails: apart (shared-state)

let turn: Promise<unknown> = Promise.resolve();

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  const mine = turn.then(async () => {
    let checks = 1;
    while (!(await check())) {
      await new Promise((resolve) => setTimeout(resolve, intervalMs));
      checks += 1;
    }
    return checks;
  });
  turn = mine.catch(() => {});
  return mine;
}
