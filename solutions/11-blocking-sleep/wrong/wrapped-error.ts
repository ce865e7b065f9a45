// fails: failure (wrapped-error); also: apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  try {
    while (!(await check())) {
      await new Promise((resolve) => setTimeout(resolve, intervalMs));
      checks += 1;
    }
  } catch (error) {
    throw new Error(`Check ${checks} failed`, { cause: error });
  }
  return checks;
}
