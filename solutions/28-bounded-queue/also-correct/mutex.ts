// Each side has a door through which one goes at a time: only who stands in it may look whether there is room, so nobody is overtaken.

export class QueueClosedError extends Error {
  constructor() {
    super("The queue is closed");
    this.name = new.target.name;
  }
}

class Door {
  #last: Promise<unknown> = Promise.resolve();

  through<R>(act: () => Promise<R>): Promise<R> {
    const own = this.#last.then(act);
    this.#last = own.catch(() => {});
    return own;
  }
}

export class BoundedQueue<T> implements AsyncIterable<T> {
  readonly #capacity: number;
  readonly #items: { is: T }[] = [];
  readonly #in = new Door();
  readonly #out = new Door();
  #changed = Promise.withResolvers<void>();
  #closed = false;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity)) throw new RangeError("integer");
    if (capacity < 1) throw new RangeError("positive");
    this.#capacity = capacity;
  }

  get size() {
    return this.#items.length;
  }

  async put(item: T): Promise<void> {
    if (this.#closed) throw new QueueClosedError();
    await this.#in.through(async () => {
      while (this.#items.length >= this.#capacity && !this.#closed) await this.#changed.promise;
      if (this.#closed) throw new QueueClosedError();
      this.#items.push({ is: item });
      this.#change();
    });
  }

  get(): Promise<T> {
    return this.#out.through(async () => {
      while (this.#items.length === 0 && !this.#closed) await this.#changed.promise;
      if (this.#items.length === 0) throw new QueueClosedError();
      const { is } = this.#items.shift()!;
      this.#change();
      return is;
    });
  }

  close() {
    this.#closed = true;
    this.#change();
  }

  async *[Symbol.asyncIterator]() {
    for (;;)
      try {
        yield await this.get();
      } catch (error) {
        if (error instanceof QueueClosedError) return;
        throw error;
      }
  }

  #change() {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}
