// fails: failure (swallowed-error); also: apart

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
    console.error(error);
  }
  return checks;
}
