// As a promise queue with a sliding interval: ticks that are old are dropped whenever somebody looks, and one timer waits for the oldest.

interface Entry {
  run: () => Promise<void>;
  next?: Entry;
}

class Queue {
  private head: Entry | undefined;
  private tail: Entry | undefined;
  private ticks: number[] = [];
  private timeout: ReturnType<typeof setTimeout> | null = null;

  constructor(private options: { limit: number; perMs: number }) {}

  async add<T>(task: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.enqueue({
        run: async () => {
          try {
            resolve(await task());
          } catch (error) {
            reject(error);
          }
        },
      });
      this.tryToStart();
    });
  }

  private enqueue(entry: Entry): void {
    if (this.tail) this.tail.next = entry;
    else this.head = entry;
    this.tail = entry;
  }

  private dropOldTicks(now: number): void {
    const first = this.ticks.findIndex((tick) => now - tick < this.options.perMs);
    this.ticks = first < 0 ? [] : this.ticks.slice(first);
  }

  private tryToStart(): void {
    const now = Date.now();
    this.dropOldTicks(now);
    if (!this.head) return;
    if (this.ticks.length >= this.options.limit) {
      if (this.timeout) return;
      const wait = this.options.perMs - (now - this.ticks[0]!);
      this.timeout = setTimeout(() => {
        this.timeout = null;
        this.tryToStart();
      }, wait);
      return;
    }
    const { run, next } = this.head;
    this.head = next;
    if (!next) this.tail = undefined;
    this.ticks.push(now);
    void run();
    this.tryToStart();
  }
}

export function createRateLimiter(options: { limit: number; perMs: number }) {
  const queue = new Queue(options);
  return <T>(task: () => Promise<T>): Promise<T> => queue.add(task);
}
