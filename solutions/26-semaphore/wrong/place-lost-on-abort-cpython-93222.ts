// fails: abort (place-lost-on-abort)
// As reported of Python's asyncio.Semaphore (github.com/python/cpython/pull/93222): "somebody is about to wake" is set for a
// waiter that is cancelled before it runs. Nobody is left to unset it, and all who come wait for ever.
type Waiter = { done: boolean; wake: () => void; future: Promise<void> };

export class Semaphore {
  #free: number;
  readonly #waiters: Waiter[] = [];
  #isWaking = false;

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
    while (this.#isWaking || this.#free <= 0) {
      const waiter = this.#wait(signal);
      await waiter.future;
      signal?.throwIfAborted();
      this.#isWaking = false;
    }
    this.#free--;
    return this.#once();
  }

  #release(): void {
    this.#free++;
    let next = this.#waiters.shift();
    while (next?.done) next = this.#waiters.shift();
    if (!next) return;
    this.#isWaking = true;
    next.wake();
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
