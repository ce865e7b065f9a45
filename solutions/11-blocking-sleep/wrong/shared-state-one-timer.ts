// fails: apart (shared-state)

let timer: NodeJS.Timeout | undefined;

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    clearTimeout(timer);
    await new Promise((resolve) => {
      timer = setTimeout(resolve, intervalMs);
    });
    checks += 1;
  }
  return checks;
}
