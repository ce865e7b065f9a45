// fails: throw (throw-swallowed); also: clock
// The error comes out in a turn of its own, which no caller sees.

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
    this.drain();
    for (let timer = this.timers.shift(); timer; timer = this.timers.shift()) {
      this.now = timer.due;
      this.call(timer.fn);
      this.drain();
    }
  }

  private drain(): void {
    for (let fn = this.microtasks.shift(); fn; fn = this.microtasks.shift()) this.call(fn);
  }

  private call(fn: Callback): void {
    try {
      fn();
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  }
}
