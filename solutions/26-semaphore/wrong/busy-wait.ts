// fails: order (busy-wait); also: abort
export class Semaphore {
  available: number;
  waiting = 0;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError("capacity");
    this.available = capacity;
  }

  async acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.available === 0) {
      this.waiting++;
      while (this.available === 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (signal?.aborted) break;
      }
      this.waiting--;
      signal?.throwIfAborted();
    }
    this.available--;
    let isOut = true;
    return () => {
      if (isOut) this.available++;
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
