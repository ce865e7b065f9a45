// As a throttle that is strict: a delay for each call, a timer for each that waits, and a map of those timers.

class Throttle {
  readonly #ticks: number[] = [];
  readonly #waiting = new Map<NodeJS.Timeout, () => void>();

  constructor(
    private readonly limit: number,
    private readonly interval: number,
  ) {}

  #delay(): number {
    const now = Date.now();
    if (this.#ticks.length < this.limit) {
      this.#ticks.push(now);
      return 0;
    }
    const earliest = this.#ticks.shift()! + this.interval;
    const tick = now >= earliest ? now : earliest;
    this.#ticks.push(tick);
    return tick - now;
  }

  add<T>(task: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const execute = () => {
      try {
        resolve(Promise.resolve(task()));
      } catch (error) {
        reject(error);
      }
    };
    const delay = this.#delay();
    if (delay === 0) execute();
    else {
      const timer = setTimeout(() => {
        this.#waiting.get(timer)!();
        this.#waiting.delete(timer);
      }, delay);
      this.#waiting.set(timer, execute);
    }
    return promise;
  }
}

export function createRateLimiter({ limit, perMs }: { limit: number; perMs: number }) {
  const throttle = new Throttle(limit, perMs);
  return <T>(task: () => Promise<T>): Promise<T> => throttle.add(task);
}
