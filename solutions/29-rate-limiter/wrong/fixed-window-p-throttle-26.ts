// fails: window (fixed-window)
// As reported of p-throttle (github.com/sindresorhus/p-throttle/issues/26): a window begins with the first call after a pause, and
// the next one where it ends, whenever in it the calls came.
interface RateLimit {
  limit: number;
  perMs: number;
}

export function createRateLimiter({ limit, perMs }: RateLimit): <T>(task: () => Promise<T>) => Promise<T> {
  let tick = Number.NEGATIVE_INFINITY;
  let count = 0;
  const delay = () => {
    const now = Date.now();
    if (now - tick >= perMs) {
      count = 1;
      tick = now;
      return 0;
    }
    if (count < limit) count++;
    else {
      tick += perMs;
      count = 1;
    }
    return Math.max(0, tick - now);
  };
  return (task) => {
    const ms = delay();
    if (ms === 0) return new Promise((resolve) => resolve(task()));
    return new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(task());
        } catch (error) {
          reject(error);
        }
      }, ms);
    });
  };
}
