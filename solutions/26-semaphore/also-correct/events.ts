// Each who waits listens for an event of its own; `once` of Node's does the rest, with the signal.

import { EventEmitter, once } from "node:events";

export class Semaphore {
  #free: number;
  #line: symbol[] = [];
  readonly #door = new EventEmitter({ captureRejections: false });

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError("capacity");
    this.#free = capacity;
    this.#door.setMaxListeners(0);
  }

  get available() {
    return this.#free;
  }

  get waiting() {
    return this.#line.length;
  }

  async acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#free > 0) this.#free--;
    else await this.#turn(signal);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = this.#line.shift();
      if (next) this.#door.emit(next);
      else this.#free++;
    };
  }

  async #turn(signal?: AbortSignal): Promise<void> {
    const mine = Symbol("turn");
    this.#line.push(mine);
    const out = () => {
      const index = this.#line.indexOf(mine);
      if (index >= 0) this.#line.splice(index, 1);
    };
    signal?.addEventListener("abort", out);
    try {
      await once(this.#door, mine, signal ? { signal } : {});
    } catch {
      throw signal!.reason;
    } finally {
      signal?.removeEventListener("abort", out);
    }
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
