// fails: run (runs-outside-run); also: story, clock, throw

type Callback = () => void;
type Timer = { id: number; due: number; fn: Callback };

export class Loop {
  now = 0;
  private microtasks: Callback[] = [];

  setTimeout(fn: Callback, ms: number): number {
    const due = this.now + Math.max(0, ms);
    return setTimeout(() => {
      this.now = due;
      fn();
      this.drain();
    }, ms) as unknown as number;
  }

  clearTimeout(id: number): void {
    clearTimeout(id);
  }

  queueMicrotask(fn: Callback): void {
    this.microtasks.push(fn);
  }

  run(): void {
    this.drain();
  }

  private drain(): void {
    for (let fn = this.microtasks.shift(); fn; fn = this.microtasks.shift()) fn();
  }
}
