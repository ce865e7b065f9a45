// An interval that is cleared at its first beat, by `using`.

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let checks = 1;
  while (!(await check())) {
    const { promise, resolve } = Promise.withResolvers<void>();
    using cleanup = new DisposableStack();
    const beat = setInterval(resolve, intervalMs);
    cleanup.defer(() => clearInterval(beat));
    await promise;
    checks += 1;
  }
  return checks;
}
