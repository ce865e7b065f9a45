// fails: failure (floating-rejection); also: timer, apart

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  for (;;) {
    const asked = check();
    // A second branch of the same promise, and nobody looks at it.
    asked.then((ready) => console.log(ready ? "ready" : "not yet"));
    if (await asked) return checks;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    checks += 1;
  }
}
