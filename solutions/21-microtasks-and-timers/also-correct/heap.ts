// A binary heap by due time and id; what is cleared is only forgotten, and skipped when its turn comes.

interface Timer {
  id: number;
  due: number;
}
const before = (a: Timer, b: Timer) => a.due < b.due || (a.due === b.due && a.id < b.id);

class Heap {
  private readonly items: Timer[] = [];

  push(timer: Timer): void {
    let at = this.items.push(timer) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(timer, this.items[up]!)) break;
      this.items[at] = this.items[up]!;
      at = up;
    }
    this.items[at] = timer;
  }

  pop(): Timer | undefined {
    const [first] = this.items;
    const last = this.items.pop();
    if (!last || this.items.length === 0) return first;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.items.length) break;
      if (down + 1 < this.items.length && before(this.items[down + 1]!, this.items[down]!)) down++;
      if (!before(this.items[down]!, last)) break;
      this.items[at] = this.items[down]!;
      at = down;
    }
    this.items[at] = last;
    return first;
  }
}

export class Loop {
  #now = 0;
  #ids = 0;
  readonly #heap = new Heap();
  readonly #functions = new Map<number, () => void>();
  #microtasks: (() => void)[] = [];
  #next = 0;

  get now(): number {
    return this.#now;
  }

  setTimeout(fn: () => void, ms: number): number {
    const id = this.#ids++;
    this.#functions.set(id, fn);
    this.#heap.push({ id, due: this.#now + (ms > 0 ? ms : 0) });
    return id;
  }

  clearTimeout(id: number): void {
    this.#functions.delete(id);
  }

  queueMicrotask(fn: () => void): void {
    this.#microtasks.push(fn);
  }

  run(): void {
    this.#drain();
    for (let timer = this.#heap.pop(); timer; timer = this.#heap.pop()) {
      const fn = this.#functions.get(timer.id);
      if (!fn) continue;
      this.#functions.delete(timer.id);
      this.#now = timer.due;
      fn();
      this.#drain();
    }
  }

  /** An index instead of `shift`: a long queue costs no more than a short one. */
  #drain(): void {
    while (this.#next < this.#microtasks.length) this.#microtasks[this.#next++]!();
    this.#microtasks = [];
    this.#next = 0;
  }
}
