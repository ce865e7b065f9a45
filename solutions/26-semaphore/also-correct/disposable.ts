// A place is disposable, and `run` has it by `using`.

class Place implements Disposable {
  #done = false;
  readonly #back: () => void;

  constructor(back: () => void) {
    this.#back = back;
  }

  [Symbol.dispose]() {
    if (this.#done) return;
    this.#done = true;
    this.#back();
  }
}

export class Semaphore {
  #used = 0;
  readonly #capacity: number;
  readonly #line = new Map<object, PromiseWithResolvers<Place>>();

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity <= 0)
      throw new RangeError("A capacity is a positive integer.");
    this.#capacity = capacity;
  }

  get available(): number {
    return this.#capacity - this.#used;
  }

  get waiting(): number {
    return this.#line.size;
  }

  async #place(signal: AbortSignal | undefined): Promise<Place> {
    signal?.throwIfAborted();
    if (this.#used < this.#capacity) {
      this.#used++;
      return new Place(() => this.#back());
    }
    const key = {};
    const turn = Promise.withResolvers<Place>();
    this.#line.set(key, turn);
    const leave = () => {
      if (this.#line.delete(key)) turn.reject(signal!.reason);
    };
    signal?.addEventListener("abort", leave);
    return turn.promise.finally(() => signal?.removeEventListener("abort", leave));
  }

  #back(): void {
    for (const [key, turn] of this.#line) {
      this.#line.delete(key);
      turn.resolve(new Place(() => this.#back()));
      return;
    }
    this.#used--;
  }

  async acquire(signal?: AbortSignal): Promise<() => void> {
    const place = await this.#place(signal);
    return () => place[Symbol.dispose]();
  }

  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    using _place = await this.#place(signal);
    return await task();
  }
}
