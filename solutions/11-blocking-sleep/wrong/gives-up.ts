// fails: many (gives-up)

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  for (let checks = 1; checks <= 500; checks++) {
    if (await check()) return checks;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
  throw new Error("It never got ready");
}
