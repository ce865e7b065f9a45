// fails: story (blocking-sleep); also: interval, polling, failure, timer, many, apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  const sleep = async (ms: number) => blockingSleep(ms);
  let checks = 1;
  while (!(await check())) {
    await sleep(intervalMs);
    checks += 1;
  }
  return checks;
}
