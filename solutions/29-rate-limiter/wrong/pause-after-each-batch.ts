// fails: early (pause-after-each-batch); also: story, left
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const line: (() => void)[] = [];
  let works = false;
  const work = async () => {
    works = true;
    while (line.length > 0) {
      for (const run of line.splice(0, limit)) run();
      await new Promise((resolve) => setTimeout(resolve, perMs));
    }
    works = false;
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
      if (!works) void work();
    });
}
