// fails: story (fixed-rate); also: interval

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let checks = 0;
    let ticking: NodeJS.Timeout | undefined;
    const tick = async () => {
      checks += 1;
      const own = checks;
      try {
        if (!(await check())) return;
        clearInterval(ticking);
        resolve(own);
      } catch (error) {
        clearInterval(ticking);
        reject(error);
      }
    };
    ticking = setInterval(tick, intervalMs);
    tick();
  });
}
