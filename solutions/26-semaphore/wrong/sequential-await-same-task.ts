// fails: order (sequential-await)

export class Semaphore {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError(`A capacity must be a positive integer: it is ${capacity}`);
    this.#free = capacity;
  }

  get available(): number {
    return this.#free;
  }

  get waiting(): number {
    return this.#line.length;
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (this.#free > 0) {
        this.#free--;
        return resolve(this.#place());
      }
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve(this.#place());
      };
      const leave = () => {
        this.#line.splice(this.#line.indexOf(enter), 1);
        reject(signal!.reason);
      };
      this.#line.push(enter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const release = await this.acquire(signal);
    try {
      return await inLine(task, task);
    } finally {
      release();
    }
  }

  /** What gives a place back: to the first in line, so that it is never free in between. */
  #place(): () => void {
    let isOut = true;
    return () => {
      if (!isOut) return;
      isOut = false;
      const enter = this.#line.shift();
      if (enter) enter();
      else this.#free++;
    };
  }
}

const lines = new Map<unknown, Promise<unknown>>();

/** One after the other for the same task. */
function inLine<T>(key: unknown, act: () => Promise<T>): Promise<T> {
  const before = lines.get(key);
  const own = before ? before.then(act) : act();
  lines.set(
    key,
    own.then(
      () => {},
      () => {},
    ),
  );
  return own;
}
