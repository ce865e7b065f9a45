// fails: early (counts-ends); also: story, left
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  let inside = 0;
  const line: (() => void)[] = [];
  const startWhoMay = () => {
    while (line.length > 0 && inside < limit) {
      inside++;
      line.shift()!();
    }
  };
  const leave = () => {
    inside--;
    startWhoMay();
  };
  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      line.push(async () => {
        try {
          resolve(await task());
        } catch (error) {
          reject(error);
        }
        setTimeout(leave, perMs).unref();
      });
      startWhoMay();
    });
}
