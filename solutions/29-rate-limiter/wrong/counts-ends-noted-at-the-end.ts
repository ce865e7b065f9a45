// fails: story (counts-ends); also: window, early, failure
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const starts: number[] = [];
  const line: (() => Promise<void>)[] = [];
  let timer: NodeJS.Timeout | undefined;

  function startWhoMay() {
    timer = undefined;
    const now = Date.now();
    while (starts.length > 0 && now - starts[0]! >= perMs) starts.shift();
    while (line.length > 0 && starts.length < limit) void line.shift()!();
    if (line.length > 0) timer = setTimeout(startWhoMay, starts[0]! + perMs - now);
  }

  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      line.push(async () => {
        try {
          resolve(await task());
        } catch (error) {
          reject(error);
        } finally {
          starts.push(Date.now());
        }
      });
      if (!timer) startWhoMay();
    });
}
