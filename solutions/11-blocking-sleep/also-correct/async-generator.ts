// A generator beats, and the loop counts its beats.

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  for await (const number of attempts(intervalMs)) {
    if (await check()) return number;
  }
  throw new Error("unreachable");
}

/** 1, 2, 3… : the first at once, each further one `ms` after it was asked for. */
async function* attempts(ms: number): AsyncGenerator<number, void> {
  for (let number = 1; ; number++) {
    yield number;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}
