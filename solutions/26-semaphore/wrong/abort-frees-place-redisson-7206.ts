// fails: abort (abort-frees-place); also: counts
// As reported of Redisson's AsyncSemaphore (github.com/redisson/redisson/pull/7206): for one in the line who has gone already the
// place is given back, and then once more.
export class Semaphore {
  #free: number;
  readonly #line: { gone: boolean; enter: () => void }[] = [];

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError(`A capacity must be a positive integer: it is ${capacity}`);
    this.#free = capacity;
  }

  get available(): number {
    return Math.max(this.#free, 0);
  }

  get waiting(): number {
    return this.#line.filter(({ gone }) => !gone).length;
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const leave = () => {
        one.gone = true;
        reject(signal!.reason);
      };
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve(this.#once());
      };
      const one = { gone: false, enter };
      this.#line.push(one);
      signal?.addEventListener("abort", leave, { once: true });
      this.#serve();
    });
  }

  #serve(): void {
    while (this.#free > 0 && this.#line.length > 0) {
      this.#free--;
      const next = this.#line.shift()!;
      if (!next.gone) {
        next.enter();
        continue;
      }
      this.#free++;
      this.#free++;
    }
  }

  #once(): () => void {
    let isOut = true;
    return () => {
      if (!isOut) return;
      isOut = false;
      this.#free++;
      this.#serve();
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
