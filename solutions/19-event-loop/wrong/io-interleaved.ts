// fails: io (io-interleaved); also: story, order

export class Awaitable {
  readonly name: string;
  done = false;
  result: unknown = undefined;

  constructor(name: string) {
    this.name = name;
  }
}

interface Task<R> {
  done: boolean;
  result?: R;
  error?: unknown;
}
interface Entry {
  task: Task<any>;
  coroutine: Generator<Awaitable, any, unknown>;
  on?: Awaitable;
}

export class EventLoop {
  private ready: Entry[] = [];
  private waiting: Entry[] = [];
  private readonly log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.log = log;
  }

  createTask<R>(coroutine: Generator<Awaitable, R, unknown>): Task<R> {
    const task: Task<R> = { done: false };
    this.ready.push({ task, coroutine });
    return task;
  }

  run(): void {
    while (this.ready.length > 0 || this.waiting.length > 0) {
      for (let entry = this.ready.shift(); entry; entry = this.ready.shift()) this.step(entry);
      const all = this.waiting;
      this.waiting = [];
      for (const entry of all) {
        this.finish(entry.on!);
        this.step(entry);
      }
    }
  }

  private step({ task, coroutine, on }: Entry): void {
    try {
      const step = coroutine.next(on?.result);
      if (!step.done) {
        this.waiting.push({ task, coroutine, on: step.value });
        return;
      }
      task.result = step.value;
    } catch (error) {
      task.error = error;
    }
    task.done = true;
  }

  private finish(awaitable: Awaitable): void {
    if (awaitable.done) return;
    this.log(`I/O finished for ${awaitable.name}`);
    awaitable.done = true;
    awaitable.result = `result of ${awaitable.name}`;
  }
}
