// fails: window (token-bucket); also: story, failure
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  let tokens = limit;
  let filled = performance.now();
  const line: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const startWhoMay = () => {
    timer = undefined;
    while (line.length > 0) {
      const now = performance.now();
      tokens = Math.min(limit, tokens + ((now - filled) * limit) / perMs);
      filled = now;
      if (tokens < 1) {
        timer ??= setTimeout(startWhoMay, Math.ceil(((1 - tokens) * perMs) / limit));
        return;
      }
      tokens--;
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
