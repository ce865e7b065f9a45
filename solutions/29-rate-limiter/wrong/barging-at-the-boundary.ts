// fails: order (barging)
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const starts: number[] = [];
  const room = (now: number) => {
    while (starts.length > 0 && starts[0]! + perMs <= now) starts.shift();
    return starts.length < limit;
  };
  return async <T>(task: () => Promise<T>): Promise<T> => {
    // Whoever wakes first has the place; the others sleep again.
    for (let now = Date.now(); !room(now); now = Date.now())
      await new Promise((resolve) => setTimeout(resolve, starts[0]! + perMs - now));
    starts.push(Date.now());
    return await task();
  };
}
