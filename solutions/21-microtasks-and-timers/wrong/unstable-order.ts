// fails: timers (unstable-order)

type Callback = () => void;
type Timer = { id: number; due: number; fn: Callback };

export class Loop {
  now = 0;
  private microtasks: Callback[] = [];
  private timers: Timer[] = [];
  private lastId = 0;

  setTimeout(fn: Callback, ms: number): number {
    const timer = { id: ++this.lastId, due: this.now + Math.max(0, ms), fn };
    const heap = this.timers;
    let at = heap.push(timer) - 1;
    for (let up = (at - 1) >> 1; at > 0 && heap[up]!.due > timer.due; up = (at - 1) >> 1) {
      heap[at] = heap[up]!;
      heap[up] = timer;
      at = up;
    }
    return timer.id;
  }

  clearTimeout(id: number): void {
    const timer = this.timers.find((each) => each.id === id);
    if (timer) timer.id = 0;
  }

  queueMicrotask(fn: Callback): void {
    this.microtasks.push(fn);
  }

  run(): void {
    this.drain();
    for (let timer = this.least(); timer; timer = this.least()) {
      if (timer.id === 0) continue;
      this.now = timer.due;
      timer.fn();
      this.drain();
    }
  }

  private least(): Timer | undefined {
    const heap = this.timers;
    const [first] = heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let at = 0;
    for (let down = 1; down < heap.length; down = 2 * at + 1) {
      if (down + 1 < heap.length && heap[down + 1]!.due < heap[down]!.due) down++;
      if (heap[down]!.due >= last.due) break;
      heap[at] = heap[down]!;
      at = down;
    }
    heap[at] = last;
    return first;
  }

  private drain(): void {
    for (let fn = this.microtasks.shift(); fn; fn = this.microtasks.shift()) fn();
  }
}
