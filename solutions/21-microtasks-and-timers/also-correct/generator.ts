// A generator says what is next, and knows nothing of calling; `run` calls, and asks again.

interface Entry {
  due: number;
  fn: () => void;
}

export class Loop {
  now = 0;
  private readonly soon: (() => void)[] = [];
  private readonly later = new Map<symbol | number, Entry>();
  private made = 100;

  private *turns(): Generator<() => void> {
    for (;;) {
      while (this.soon.length > 0) yield this.soon.shift()!;
      const [next] = [...this.later].toSorted(([, a], [, b]) => a.due - b.due);
      if (!next) return;
      const [id, { due, fn }] = next;
      this.later.delete(id);
      this.now = due;
      yield fn;
    }
  }

  run(): void {
    // Left by a throw it ends; the next run takes a new one.
    for (const turn of this.turns()) turn();
  }

  setTimeout(fn: () => void, ms: number): number {
    this.later.set(this.made, { due: Math.max(this.now, this.now + ms), fn });
    return this.made++;
  }

  clearTimeout(id: number): void {
    this.later.delete(id);
  }

  queueMicrotask(fn: () => void): void {
    this.soon.push(fn);
  }
}
