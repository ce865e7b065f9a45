// fails: early (counts-ends); also: story
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  /** When the last `limit` tasks started. */
  const starts: number[] = [];
  const line: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const startWhoMay = () => {
    timer = undefined;
    while (line.length > 0) {
      const wait = starts.length < limit ? 0 : Math.min(...starts) + perMs - Date.now();
      if (wait === Number.POSITIVE_INFINITY) return;
      if (wait > 0) {
        timer ??= setTimeout(startWhoMay, wait);
        return;
      }
      if (starts.length >= limit) starts.splice(starts.indexOf(Math.min(...starts)), 1);
      starts.push(Number.POSITIVE_INFINITY);
      line.shift()!();
    }
  };

  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      line.push(async () => {
        try {
          resolve(await task());
        } catch (error) {
          reject(error);
        }
        starts[starts.indexOf(Number.POSITIVE_INFINITY)] = Date.now();
        if (timer === undefined) startWhoMay();
      });
      if (timer === undefined) startWhoMay();
    });
}
