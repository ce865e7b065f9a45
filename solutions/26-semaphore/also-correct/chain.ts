// A linked list: who leaves is only marked, and passed over when a place comes back.

type Release = () => void;
type Waiter = { resolve(release: Release): void; next: Waiter | undefined; gone: boolean };

export class Semaphore {
  available: number;
  waiting = 0;
  private head: Waiter | undefined;
  private tail: Waiter | undefined;

  constructor(capacity: number) {
    if (capacity < 1 || capacity % 1 !== 0 || capacity === Number.POSITIVE_INFINITY || Number.isNaN(capacity))
      throw new RangeError(`not a capacity: ${capacity}`);
    this.available = capacity;
  }

  acquire(signal?: AbortSignal): Promise<Release> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.available) {
      this.available -= 1;
      return Promise.resolve(this.release());
    }
    return new Promise((resolve, reject) => {
      const controller = new AbortController();
      const waiter: Waiter = {
        next: undefined,
        gone: false,
        resolve: (release) => {
          controller.abort();
          resolve(release);
        },
      };
      if (this.tail) this.tail.next = waiter;
      else this.head = waiter;
      this.tail = waiter;
      this.waiting += 1;
      const leave = () => {
        waiter.gone = true;
        this.waiting -= 1;
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", leave, { once: true, signal: controller.signal });
    });
  }

  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const release = await this.acquire(signal);
    let outcome: { value: T } | { error: unknown };
    try {
      outcome = { value: await task() };
    } catch (error) {
      outcome = { error };
    }
    release();
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  private release(): Release {
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      let first = this.head;
      while (first?.gone) first = first.next;
      this.head = first?.next;
      if (!this.head) this.tail = undefined;
      if (!first) {
        this.available += 1;
        return;
      }
      this.waiting -= 1;
      first.resolve(this.release());
    };
  }
}
