// fails: left (timer-leak)
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  let inWindow = 0;
  const line: (() => void)[] = [];
  const startWhoMay = () => {
    while (line.length > 0 && inWindow < limit) {
      inWindow++;
      setTimeout(() => {
        inWindow--;
        startWhoMay();
      }, perMs);
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
      startWhoMay();
    });
}
