// fails: microtasks (microtasks-after-timers); also: story
// The microtasks come after each timer, but not before the first.

type Callback = () => void;
type Timer = { id: number; due: number; fn: Callback };

export class Loop {
  now = 0;
  private microtasks: Callback[] = [];
  private timers: Timer[] = [];
  private lastId = 0;

  setTimeout(fn: Callback, ms: number): number {
    const id = ++this.lastId;
    this.timers.push({ id, due: this.now + Math.max(0, ms), fn });
    this.timers.sort((a, b) => a.due - b.due);
    return id;
  }

  clearTimeout(id: number): void {
    this.timers = this.timers.filter((timer) => timer.id !== id);
  }

  queueMicrotask(fn: Callback): void {
    this.microtasks.push(fn);
  }

  run(): void {
    do {
      const timer = this.timers.shift();
      if (timer) {
        this.now = timer.due;
        timer.fn();
      }
      this.drain();
    } while (this.timers.length > 0);
  }

  private drain(): void {
    for (let fn = this.microtasks.shift(); fn; fn = this.microtasks.shift()) fn();
  }
}
