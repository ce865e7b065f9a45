// fails: window (wakes-everyone); also: story
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const starts: number[] = [];
  let line: (() => void)[] = [];
  const begin = (run: () => void) => {
    starts.push(Date.now());
    if (starts.length > limit) starts.shift();
    run();
  };
  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const run = () => {
        try {
          resolve(task());
        } catch (error) {
          reject(error);
        }
      };
      const wait = starts.length < limit ? 0 : starts[0]! + perMs - Date.now();
      if (wait <= 0 && line.length === 0) return begin(run);
      line.push(run);
      if (line.length > 1) return;
      setTimeout(() => {
        const all = line;
        line = [];
        for (const each of all) begin(each);
      }, wait);
    });
}
