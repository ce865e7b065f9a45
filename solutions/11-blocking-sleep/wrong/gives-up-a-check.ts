// fails: interval (gives-up); also: polling, many

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the oven is broken")), 60_000);
  });
  tooLong.catch(() => {});
  try {
    for (let count = 1; ; count++) {
      if (await Promise.race([check(), tooLong])) return count;
      await Promise.race([new Promise((resolve) => setTimeout(resolve, intervalMs)), tooLong]);
    }
  } finally {
    clearTimeout(timer);
  }
}
