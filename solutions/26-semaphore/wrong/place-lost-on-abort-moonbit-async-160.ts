// fails: abort (place-lost-on-abort)
// As reported of MoonBit's async (github.com/moonbitlang/async/pull/160): the place is handed over to one who is cancelled after
// that and before it runs: it goes, and takes the place along.
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

  async acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#free > 0) this.#free--;
    else await this.#turn(signal);
    signal?.throwIfAborted();
    return this.#once();
  }

  #turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#line.splice(this.#line.indexOf(enter), 1);
        reject(signal!.reason);
      };
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      this.#line.push(enter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  #once(): () => void {
    let isOut = true;
    return () => {
      if (!isOut) return;
      isOut = false;
      const next = this.#line.shift();
      if (next) next();
      else this.#free++;
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
