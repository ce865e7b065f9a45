// fails: failure (sync-throw-escapes)
export interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit) {
  const starts: number[] = [];
  return <T>(task: () => Promise<T>): Promise<T> => {
    const now = Date.now();
    const due = starts.length < limit ? now : Math.max(now, starts.at(-limit)! + perMs);
    starts.push(due);
    if (due === now) return task();
    return new Promise<void>((resolve) => setTimeout(resolve, due - now)).then(task);
  };
}
