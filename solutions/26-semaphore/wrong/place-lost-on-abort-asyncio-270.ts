// fails: abort (place-lost-on-abort)
// As reported of Python's asyncio.Semaphore (github.com/python/asyncio/issues/270): a release wakes one, who is cancelled
// before it runs. It goes, wakes nobody, and the next waits beside a free place.
type Waiter = { done: boolean; wake: () => void; future: Promise<void> };

export class Semaphore {
  #free: number;
  readonly #waiters: Waiter[] = [];

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError(`A capacity must be a positive integer: it is ${capacity}`);
    this.#free = capacity;
  }

  get available(): number {
    return Math.max(this.#free, 0);
  }

  get waiting(): number {
    return this.#waiters.filter(({ done }) => !done).length;
  }

  async acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#free <= 0 || this.#waiters.length > 0) {
      const waiter = this.#wait(signal);
      try {
        await waiter.future;
        signal?.throwIfAborted();
      } finally {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
      }
    }
    this.#free--;
    return this.#once();
  }

  #release(): void {
    this.#free++;
    this.#waiters.find(({ done }) => !done)?.wake();
  }

  /** As a future of asyncio: settled by whoever wakes it, or by the abort. */
  #wait(signal?: AbortSignal): Waiter {
    const waiter: Waiter = { done: false, wake: () => {}, future: Promise.resolve() };
    waiter.future = new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiter.done = true;
        reject(signal!.reason);
      };
      waiter.wake = () => {
        waiter.done = true;
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      signal?.addEventListener("abort", leave, { once: true });
    });
    this.#waiters.push(waiter);
    return waiter;
  }

  #once(): () => void {
    let isOut = true;
    return () => {
      if (isOut) this.#release();
      isOut = false;
    };
  }

  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const release = await this.acquire(signal);
    try {
      return await task();
    } finally {
      release();
    }
  }
}
