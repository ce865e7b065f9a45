// fails: values (copy-handed-on)

export type Worker = { run<T>(task: () => T): Promise<T> };
export class Executor {
  idle: Worker[];
  queue: any[] = [];
  waiting: (() => void)[] = [];
  closed = false;
  busy = 0;
  constructor(workers: Worker[]) {
    this.idle = [...workers];
  }
  submit<T>(task: () => T): Promise<T> {
    if (this.closed) {
      const e = new Error("x");
      e.name = "ExecutorShutdownError";
      return Promise.reject(e);
    }
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ task, resolve, reject });
      this.pump();
    });
  }
  pump() {
    while (this.idle.length && this.queue.length) {
      const w = this.idle.shift()!,
        j = this.queue.shift()!;
      this.busy++;
      w.run(j.task).then(
        (v) => {
          j.resolve(structuredClone(v));
          this.end(w);
        },
        (e) => {
          j.reject(e);
          this.end(w);
        },
      );
    }
  }
  end(w: Worker) {
    this.busy--;
    this.idle.push(w);
    this.pump();
    if (!this.busy) for (const r of this.waiting.splice(0)) r();
  }
  shutdown(): Promise<void> {
    this.closed = true;
    if (!this.busy) return Promise.resolve();
    return new Promise((r) => this.waiting.push(r));
  }
}
