// fails: failure (late-rejection)

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  for (let checks = 1; ; checks++) {
    const [result] = await Promise.allSettled([check()]);
    if (result.status === "fulfilled" && result.value) return checks;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    if (result.status === "rejected") throw result.reason;
  }
}
