// fails: abort (place-lost-on-abort)

export class Semaphore {
  private free: number;
  private line: (() => void)[] = [];

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1)
      throw new RangeError("capacity must be a positive integer");
    this.free = capacity;
  }

  get available(): number {
    return this.free;
  }

  get waiting(): number {
    return this.line.length;
  }

  private place(): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = this.line.shift();
      if (next) next();
      else this.free++;
    };
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      if (this.free > 0) {
        this.free--;
        resolve(this.place());
        return;
      }
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve(this.place());
      };
      const leave = () => {
        signal?.removeEventListener("abort", leave);
        this.line.splice(this.line.indexOf(enter), 1);
        reject(signal!.reason);
      };
      this.line.push(enter);
      signal?.addEventListener("abort", leave);
    });
  }

  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const release = await this.acquire(signal);
    signal?.throwIfAborted();
    try {
      return await task();
    } finally {
      release();
    }
  }
}
