// fails: early (spaced-out); also: story
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  let next = 0;
  return async <T>(task: () => Promise<T>): Promise<T> => {
    const now = Date.now();
    const at = Math.max(now, next);
    next = at + perMs / limit;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    return task();
  };
}
