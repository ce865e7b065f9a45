// fails: abort (abort-frees-place); also: counts
// As reported of fastq (github.com/mcollina/fastq/pull/107): one who is aborted in the line is let go as one who has finished, and
// so the count of those at work sinks below what it is.
export class Semaphore {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError(`A capacity must be a positive integer: it is ${capacity}`);
    this.#free = capacity;
  }

  get available(): number {
    return Math.max(this.#free, 0);
  }

  get waiting(): number {
    return this.#line.length;
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (this.#free > 0) {
        this.#free--;
        return resolve(this.#once());
      }
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve(this.#once());
      };
      const leave = () => {
        this.#line.splice(this.#line.indexOf(enter), 1);
        reject(signal!.reason);
        this.#release();
      };
      this.#line.push(enter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  #release(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#free++;
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
