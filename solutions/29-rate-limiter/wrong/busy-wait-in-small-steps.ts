// fails: early (busy-wait); also: window

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
      const wait = starts.length < limit ? 0 : starts[0]! + perMs - Date.now();
      if (wait > 0) {
        timer ??= setTimeout(startWhoMay, 10);
        return;
      }
      starts.push(Date.now());
      if (starts.length > limit) starts.shift();
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
