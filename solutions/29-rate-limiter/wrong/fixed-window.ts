// fails: window (fixed-window); also: apart
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  let window = -1;
  let count = 0;
  const line: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const startWhoMay = () => {
    timer = undefined;
    while (line.length > 0) {
      const now = performance.now();
      const current = Math.floor(now / perMs);
      if (current !== window) {
        window = current;
        count = 0;
      }
      if (count >= limit) {
        timer ??= setTimeout(startWhoMay, (current + 1) * perMs - now);
        return;
      }
      count++;
      line.shift()!();
    }
  };
  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      line.push(() => {
        try {
          resolve(task());
        } catch (error) {
          reject(error);
        }
      });
      if (timer === undefined) startWhoMay();
    });
}
