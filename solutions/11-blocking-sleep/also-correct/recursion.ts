// Calls itself after each no; holding up the loop for no time at all holds up nobody.

export async function waitUntilReady(
  check: () => Promise<boolean>,
  blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  blockingSleep(0);
  if (await check()) return 1;
  await new Promise((resolve) => setTimeout(resolve, intervalMs));
  return 1 + (await waitUntilReady(check, blockingSleep, intervalMs));
}
