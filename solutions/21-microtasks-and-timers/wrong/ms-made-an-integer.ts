// fails: clock (ms-made-an-integer)

export class Loop {
  private time = 0;
  private queue: { id: number; due: number; fn: () => void }[] = [];
  private micros: (() => void)[] = [];
  private ids = 0;

  get now() {
    return this.time;
  }

  setTimeout(fn: () => void, ms: number): number {
    const id = ++this.ids;
    this.queue.push({ id, due: this.time + Math.max(0, ms | 0), fn });
    this.queue.sort((a, b) => a.due - b.due);
    return id;
  }

  clearTimeout(id: number): void {
    const i = this.queue.findIndex((t) => t.id === id);
    if (i >= 0) this.queue.splice(i, 1);
  }

  queueMicrotask(fn: () => void): void {
    this.micros.push(fn);
  }

  run(): void {
    while (true) {
      const micro = this.micros.shift();
      if (micro) {
        micro();
        continue;
      }
      const timer = this.queue.shift();
      if (!timer) break;
      this.time = timer.due;
      timer.fn();
    }
  }
}
