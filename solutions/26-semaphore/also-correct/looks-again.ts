// Looks at the signal once more when it has its place: what aborts in the very turn in which that comes may count.

type Release = () => void;

export class Semaphore {
  private readonly held = new Set<Release>();
  private readonly tickets = new Map<number, (release: Release) => void>();
  private last = 0;
  private readonly capacity: number;

  constructor(capacity: number) {
    if (!(capacity >= 1 && Number.isInteger(capacity))) throw new RangeError("capacity: a positive integer");
    this.capacity = capacity;
  }

  get available() {
    return this.capacity - this.held.size;
  }

  get waiting() {
    return this.tickets.size;
  }

  async acquire(signal?: AbortSignal): Promise<Release> {
    signal?.throwIfAborted();
    if (this.available > 0) return this.take();
    const ticket = this.last++;
    const { promise, resolve, reject } = Promise.withResolvers<Release>();
    const giveUp = () => this.tickets.delete(ticket) && reject(signal?.reason);
    this.tickets.set(ticket, resolve);
    signal?.addEventListener("abort", giveUp);
    return promise.finally(() => signal?.removeEventListener("abort", giveUp));
  }

  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    using stack = new DisposableStack();
    stack.defer(await this.acquire(signal));
    if (signal?.aborted) throw signal.reason;
    const result = await task();
    return result;
  }

  private take(): Release {
    const release = () => {
      if (!this.held.delete(release)) return;
      for (const [ticket, enter] of this.tickets) {
        this.tickets.delete(ticket);
        enter(this.take());
        return;
      }
    };
    this.held.add(release);
    return release;
  }
}
