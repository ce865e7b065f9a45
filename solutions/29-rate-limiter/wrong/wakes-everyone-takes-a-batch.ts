// fails: window (wakes-everyone)
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
    const now = Date.now();
    while (starts.length > 0 && starts[0]! + perMs <= now) starts.shift();
    for (const run of line.splice(0, limit - starts.length)) {
      starts.push(now);
      run();
    }
    if (line.length > 0) timer ??= setTimeout(startWhoMay, starts[0]! + perMs - now);
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
