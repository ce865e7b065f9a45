interface Ticket {
  enter: (release: () => void) => void;
}

export class Semaphore {
  private inside = 0;
  private readonly tickets = new Set<Ticket>();
  private readonly capacity: number;

  constructor(capacity: number) {
    if (!(Number.isSafeInteger(capacity) && capacity > 0)) throw new RangeError("capacity");
    this.capacity = capacity;
  }

  get available() {
    return this.capacity - this.inside;
  }

  get waiting() {
    return this.tickets.size;
  }

  async acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const ticket = { enter: resolve };
    this.tickets.add(ticket);
    this.door();
    const leave = () => {
      if (this.tickets.delete(ticket)) reject(signal!.reason);
    };
    signal?.addEventListener("abort", leave);
    try {
      return await promise;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }

  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.acquire(signal).then((release) =>
      new Promise<T>((resolve) => resolve(task())).finally(release),
    );
  }

  private door(): void {
    for (const ticket of this.tickets) {
      if (this.inside === this.capacity) return;
      this.tickets.delete(ticket);
      this.inside++;
      ticket.enter(
        once(() => {
          this.inside--;
          this.door();
        }),
      );
    }
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
