// As a channel of Go: a receive gives a value and whether there was one, and what waits is handed over without the buffer.

type Received<T> = { ok: true; value: T } | { ok: false };
type Receiver<T> = (received: Received<T>) => void;
type Sender<T> = { value: T; done: (sent: boolean) => void };

export class BoundedQueue<T> implements AsyncIterable<T> {
  #ring: (T | undefined)[];
  #head = 0;
  #count = 0;
  #receivers = new Set<Receiver<T>>();
  #senders = new Set<Sender<T>>();
  #closed = false;

  constructor(capacity: number) {
    if (!(Number.isInteger(capacity) && capacity > 0)) throw new RangeError(`capacity: ${capacity}`);
    this.#ring = [];
    this.#ring.length = capacity;
  }

  get size(): number {
    return this.#count;
  }

  #send(value: T, done: (sent: boolean) => void): void {
    if (this.#closed) {
      done(false);
      return;
    }
    for (const receive of this.#receivers) {
      this.#receivers.delete(receive);
      receive({ ok: true, value });
      done(true);
      return;
    }
    if (this.#count === this.#ring.length) {
      this.#senders.add({ value, done });
      return;
    }
    this.#ring[(this.#head + this.#count++) % this.#ring.length] = value;
    done(true);
  }

  #receive(receive: Receiver<T>): void {
    if (this.#count === 0) {
      if (this.#closed) receive({ ok: false });
      else this.#receivers.add(receive);
      return;
    }
    const value = this.#ring[this.#head] as T;
    this.#ring[this.#head] = undefined;
    this.#head = (this.#head + 1) % this.#ring.length;
    this.#count--;
    receive({ ok: true, value });
    for (const sender of this.#senders) {
      this.#senders.delete(sender);
      this.#ring[(this.#head + this.#count++) % this.#ring.length] = sender.value;
      sender.done(true);
      break;
    }
  }

  put(item: T): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#send(item, (sent) => (sent ? resolve() : reject(closedError()))),
    );
  }

  get(): Promise<T> {
    return new Promise((resolve, reject) =>
      this.#receive((received) => (received.ok ? resolve(received.value) : reject(closedError()))),
    );
  }

  close(): void {
    this.#closed = true;
    for (const receive of this.#receivers) receive({ ok: false });
    this.#receivers.clear();
    for (const { done } of this.#senders) done(false);
    this.#senders.clear();
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return {
      next: () =>
        new Promise((resolve) =>
          this.#receive((received) =>
            resolve(received.ok ? { done: false, value: received.value } : { done: true, value: undefined }),
          ),
        ),
    };
  }
}

function closedError(): Error {
  return Object.assign(new Error("send on a closed channel"), { name: "QueueClosedError" });
}
