// fails: failure (failure-blocks-queue); also: story, early
export interface RateLimit {
  limit: number;
  perMs: number;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const starts: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const turn = async () => {
      const wait = starts.length < limit ? 0 : starts[0]! + perMs - Date.now();
      if (wait > 0) await sleep(wait);
      starts.push(Date.now());
      if (starts.length > limit) starts.shift();
      return task();
    };
    const own = last.then(turn);
    last = own;
    return own;
  };
}
