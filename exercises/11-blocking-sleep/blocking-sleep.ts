// Exercise 11: an async function that holds up everyone else while it waits. Repair it.

/** Asks `check` until it says true, `intervalMs` after each no, and resolves to the number of checks. */
export async function waitUntilReady(
  check: () => Promise<boolean>,
  blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    // Python's `time.sleep`: nothing else runs until it returns.
    blockingSleep(intervalMs);
    checks += 1;
  }
  return checks;
}
