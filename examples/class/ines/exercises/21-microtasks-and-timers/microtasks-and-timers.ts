interface LoopObject {
  now: number;
  setTimeout(fn: () => void, ms: number): number;
  clearTimeout(id: number): void;
  queueMicrotask(fn: () => void): void;
  run(): void;
}

export const Loop = function (this: LoopObject) {
  let micro: (() => void)[] = [];
  /** Rows of timers by due time, each in the order of creation. */
  const rows: { [due: string]: { id: number; fn: () => void }[] } = {};
  let count = 0;

  this.now = 0;
  this.setTimeout = (fn, ms) => {
    const due = this.now + (ms < 0 ? 0 : ms);
    rows[due] = rows[due] || [];
    rows[due].push({ id: ++count, fn: fn });
    return count;
  };
  this.clearTimeout = (id) => {
    for (const due of Object.keys(rows)) {
      rows[due] = rows[due]!.filter((timer) => timer.id !== id);
      if (rows[due].length === 0) delete rows[due];
    }
  };
  this.queueMicrotask = (fn) => {
    micro = micro.concat(fn);
  };

  function drain() {
    while (micro.length > 0) {
      const first = micro[0]!;
      micro = micro.slice(1);
      first();
    }
  }

  this.run = () => {
    drain();
    for (;;) {
      const dues = Object.keys(rows).map(Number);
      if (dues.length === 0) return;
      const due = Math.min.apply(null, dues);
      const timer = rows[due]![0]!;
      this.clearTimeout(timer.id);
      this.now = due;
      timer.fn();
      drain();
    }
  };
} as unknown as new () => LoopObject;
