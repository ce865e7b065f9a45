// One promise a place: whoever takes it leaves another one, which is there `perMs` after the start. Timers belong to those who wait.

export function createRateLimiter({ limit, perMs }: { limit: number; perMs: number }) {
  /** For each place: a promise of the moment at which its last task starts. */
  const places: (Promise<number> | number)[] = Array(limit).fill(Number.NEGATIVE_INFINITY);
  let next = 0;

  const sleepUntil = async (moment: number): Promise<number> => {
    const left = moment - performance.now();
    if (left > 0) await new Promise((wake) => void setTimeout(wake, left));
    return performance.now();
  };

  return async <T>(task: () => Promise<T>): Promise<T> => {
    const place = next;
    next = (next + 1) % limit;
    const before = places[place]!;
    const start = (async () => sleepUntil((await before) + perMs))();
    places[place] = start;
    await start;
    return await task();
  };
}
