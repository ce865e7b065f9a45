// fails: early (pause-after-each-batch); also: story, left
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const line: (() => Promise<unknown>)[] = [];
  let works = false;
  const work = async () => {
    works = true;
    while (line.length > 0) {
      await Promise.allSettled(line.splice(0, limit).map((run) => run()));
      await new Promise((resolve) => setTimeout(resolve, perMs));
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
