export class Loop {
  now = 0;
  private id = 0;
  private timers = new Map<number, { due: number; fn: () => void }>();
  private microtasks = [] as (() => void)[];

  setTimeout(fn: () => void, ms: number): number {
    this.id++;
    this.timers.set(this.id, { due: this.now + Math.max(0, ms), fn });
    return this.id;
  }

  clearTimeout(id: number): void {
    this.timers.delete(id);
  }

  queueMicrotask(fn: () => void): void {
    this.microtasks.push(fn);
  }

  run(): void {
    while (this.microtasks.length > 0 || this.timers.size > 0) {
      while (this.microtasks.length > 0) this.microtasks.shift()!();
      const [nextDue] = [...this.timers.values()].map(({ due }) => due).sort();
      const nextId = [...this.timers.keys()].find((id) => this.timers.get(id)!.due === nextDue);
      if (nextId !== undefined) {
        const { fn } = this.timers.get(nextId)!;
        this.timers.delete(nextId);
        this.now = nextDue!;
        fn();
      }
    }
  }
}
