// fails: clock (ms-made-an-integer)

interface Timer {
  id: number;
  due: number;
  fn: () => void;
}

export class Loop {
  now = 0;
  private microtasks: (() => void)[] = [];
  private timers: Timer[] = [];
  private lastId = 0;

  setTimeout(fn: () => void, ms: number): number {
    const id = ++this.lastId;
    this.timers.push({ id, due: this.now + Math.max(0, ms | 0), fn });
    return id;
  }

  clearTimeout(id: number): void {
    this.timers = this.timers.filter((timer) => timer.id !== id);
  }

  queueMicrotask(fn: () => void): void {
    this.microtasks.push(fn);
  }

  run(): void {
    for (;;) {
      const microtask = this.microtasks.shift();
      if (microtask) {
        microtask();
        continue;
      }
      const due = Math.min(...this.timers.map((timer) => timer.due));
      const next = this.timers.find((timer) => timer.due === due);
      if (!next) return;
      this.clearTimeout(next.id);
      this.now = next.due;
      next.fn();
    }
  }
}
