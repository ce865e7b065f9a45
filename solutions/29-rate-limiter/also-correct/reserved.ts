// Each call reserves the moment at which it starts, as soon as it is made: later ones cannot take it.

type Limited = <T>(task: () => Promise<T>) => Promise<T>;

export function createRateLimiter(options: { limit: number; perMs: number }): Limited {
  const reserved: number[] = new Array(options.limit).fill(Number.NEGATIVE_INFINITY);
  let calls = 0;
  return async (task) => {
    const now = performance.now();
    const own = calls++ % options.limit;
    const at = Math.max(now, reserved[own]! + options.perMs);
    reserved[own] = at;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    return task();
  };
}
