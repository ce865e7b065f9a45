// fails: abort (abort-keeps-place); also: counts
// As reported of p-queue (github.com/sindresorhus/p-queue/issues/168): an aborted one stays in the line. When its turn comes it
// counts as running, and since it never runs it never ends.
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
        if (!one.gone) resolve(this.#once());
      };
      const one = { gone: false, enter };
      this.#line.push(one);
      signal?.addEventListener("abort", leave, { once: true });
      this.#serve();
    });
  }

  #serve(): void {
    if (this.#free === 0) return;
    const next = this.#line.shift();
    if (!next) return;
    this.#free--;
    next.enter();
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
