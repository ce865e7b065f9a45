// fails: window (time-of-call); also: story
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  let calls: number[] = [];
  return async <T>(task: () => Promise<T>): Promise<T> => {
    const asked = Date.now();
    calls = calls.filter((at) => at > asked - perMs);
    const wait = calls.length < limit ? 0 : calls.at(-limit)! + perMs - asked;
    calls.push(asked);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return task();
  };
}
