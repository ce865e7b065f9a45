// run is what there is, and acquire a run whose task ends when its place is given back.
export class Semaphore {
  #capacity: number;
  #busy = 0;
  #queue = new Set<() => void>();

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity <= 0) throw new RangeError(`capacity ${capacity}`);
    this.#capacity = capacity;
  }

  get available(): number {
    return this.#capacity - this.#busy;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  #pump(): void {
    for (const enter of this.#queue) {
      if (this.#busy >= this.#capacity) return;
      this.#queue.delete(enter);
      this.#busy++;
      enter();
    }
  }

  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const leave = () => {
        this.#queue.delete(enter);
        reject(signal!.reason);
      };
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        new Promise<T>((r) => r(task()))
          .finally(() => {
            this.#busy--;
            this.#pump();
          })
          .then(resolve, reject);
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#queue.add(enter);
      this.#pump();
    });
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      this.run(() => new Promise<void>((release) => resolve(() => release())), signal).catch(reject);
    });
  }
}
