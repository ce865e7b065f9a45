// fails: run (ends-too-early)

const MAX_STEPS = 10_000;

interface Timer {
  id: number;
  due: number;
  fn: () => void;
}

export class Loop {
  now = 0;
  private nextId = 1;
  private readonly microtasks: (() => void)[] = [];
  private readonly timers: Timer[] = [];

  setTimeout(fn: () => void, ms: number): number {
    const timer = { id: this.nextId++, due: this.now + Math.max(0, ms), fn };
    const index = this.timers.findIndex((other) => other.due > timer.due);
    if (index < 0) this.timers.push(timer);
    else this.timers.splice(index, 0, timer);
    return timer.id;
  }

  clearTimeout(id: number): void {
    const index = this.timers.findIndex((timer) => timer.id === id);
    if (index >= 0) this.timers.splice(index, 1);
  }

  queueMicrotask(fn: () => void): void {
    this.microtasks.push(fn);
  }

  run(): void {
    // a guard against callbacks that schedule each other for ever
    for (let step = 0; step < MAX_STEPS; step++) {
      const microtask = this.microtasks.shift();
      if (microtask) {
        microtask();
        continue;
      }
      const timer = this.timers.shift();
      if (!timer) return;
      this.now = timer.due;
      timer.fn();
    }
  }
}
