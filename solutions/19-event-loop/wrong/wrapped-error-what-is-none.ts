// fails: ends (wrapped-error)

export class Awaitable {
  readonly name: string;
  done = false;
  result: unknown = undefined;

  constructor(name: string) {
    this.name = name;
  }
}

export interface Task<R> {
  readonly done: boolean;
  readonly result?: R;
  readonly error?: unknown;
}

interface Entry {
  coroutine: Generator<Awaitable, any, unknown>;
  task: { done: boolean; result?: any; error?: unknown };
  awaitable?: Awaitable;
}

export class EventLoop {
  private ready: Entry[] = [];
  private waiting: Entry[] = [];
  private log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.log = log;
  }

  createTask<R>(coroutine: Generator<Awaitable, R, unknown>): Task<R> {
    const task = { done: false, result: undefined, error: undefined };
    this.ready.push({ coroutine, task });
    return task;
  }

  run(): void {
    while (this.ready.length > 0 || this.waiting.length > 0) {
      while (this.ready.length > 0) {
        this.turn(this.ready.shift()!);
      }
      const all = this.waiting;
      this.waiting = [];
      for (const entry of all) {
        if (!entry.awaitable!.done) this.finish(entry.awaitable!);
        this.ready.push(entry);
      }
    }
  }

  private turn(entry: Entry): void {
    try {
      const step = entry.coroutine.next(entry.awaitable?.result);
      if (step.done) {
        entry.task.result = step.value;
        entry.task.done = true;
      } else {
        entry.awaitable = step.value;
        this.waiting.push(entry);
      }
    } catch (error) {
      entry.task.error = error instanceof Error ? error : new Error(String(error));
      entry.task.done = true;
    }
  }

  private finish(awaitable: Awaitable): void {
    this.log(`I/O finished for ${awaitable.name}`);
    awaitable.done = true;
    awaitable.result = `result of ${awaitable.name}`;
  }
}
