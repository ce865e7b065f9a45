// fails: window (wakes-everyone); also: story
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const starts: number[] = [];
  return async <T>(task: () => Promise<T>): Promise<T> => {
    const wait = starts.length < limit ? 0 : starts[0]! + perMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    starts.push(performance.now());
    if (starts.length > limit) starts.shift();
    return await task();
  };
}
