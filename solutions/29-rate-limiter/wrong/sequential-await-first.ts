// fails: early (sequential-await); also: story
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const line: (() => Promise<void>)[] = [];
  const starts: number[] = [];
  let works = false;
  const work = async () => {
    works = true;
    while (line.length > 0) {
      const wait = starts.length < limit ? 0 : starts[0]! + perMs - Date.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      starts.push(Date.now());
      if (starts.length > limit) starts.shift();
      await line.shift()!();
    }
    works = false;
  };
  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      line.push(async () => {
        try {
          resolve(await task());
        } catch (error) {
          reject(error);
        }
      });
      if (!works) void work();
    });
}
