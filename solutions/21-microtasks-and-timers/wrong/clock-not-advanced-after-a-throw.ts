// fails: clock (clock-not-advanced)

interface ScheduledTimer {
  readonly id: number;
  readonly dueAt: number;
  readonly callback: () => void;
}

/** An event loop on a virtual clock. */
export class Loop {
  private currentTime = 0;
  private lastId = 0;
  private readonly microtaskQueue: Array<() => void> = [];
  private readonly timerQueue: ScheduledTimer[] = [];

  get now(): number {
    return this.currentTime;
  }

  setTimeout(fn: () => void, ms: number): number {
    const id = ++this.lastId;
    const dueAt = this.currentTime + Math.max(0, ms);
    let position = this.timerQueue.length;
    while (position > 0 && this.timerQueue[position - 1]!.dueAt > dueAt) position--;
    this.timerQueue.splice(position, 0, { id, dueAt, callback: fn });
    return id;
  }

  clearTimeout(id: number): void {
    const position = this.timerQueue.findIndex((timer) => timer.id === id);
    if (position !== -1) this.timerQueue.splice(position, 1);
  }

  queueMicrotask(fn: () => void): void {
    this.microtaskQueue.push(fn);
  }

  run(): void {
    this.drainMicrotasks();
    let timer: ScheduledTimer | undefined;
    while ((timer = this.timerQueue.shift()) !== undefined) {
      const before = this.currentTime;
      this.currentTime = timer.dueAt;
      try {
        timer.callback();
        this.drainMicrotasks();
      } catch (error) {
        this.currentTime = before;
        throw error;
      }
    }
  }

  private drainMicrotasks(): void {
    let microtask: (() => void) | undefined;
    while ((microtask = this.microtaskQueue.shift()) !== undefined) {
      microtask();
    }
  }
}
