// fails: ends (task-never-changes)

export class Awaitable {
  done = false;
  result: unknown = undefined;

  constructor(readonly name: string) {}
}

export interface Task<R> {
  done: boolean;
  result?: R;
  error?: unknown;
}

interface Ready {
  task: Task<any>;
  coroutine: Generator<Awaitable, any, unknown>;
  /** What it is resumed with. */
  value?: unknown;
}

export class EventLoop {
  private readonly log: (line: string) => void;
  private readonly ready: Ready[] = [];
  private waiting = new Map<Awaitable, Ready[]>();

  constructor(log: (line: string) => void) {
    this.log = log;
  }

  createTask<R>(coroutine: Generator<Awaitable, R, unknown>): Task<R> {
    const task: Task<R> = { done: false };
    this.ready.push({ task, coroutine });
    return { ...task };
  }

  run(): void {
    while (this.ready.length > 0 || this.waiting.size > 0) {
      for (let next = this.ready.shift(); next; next = this.ready.shift()) this.step(next);
      this.finishIO();
    }
  }

  private step({ task, coroutine, value }: Ready): void {
    try {
      const step = coroutine.next(value);
      if (!step.done) {
        const others = this.waiting.get(step.value) ?? [];
        this.waiting.set(step.value, [...others, { task, coroutine }]);
        return;
      }
      task.result = step.value;
    } catch (error) {
      task.error = error;
    }
    task.done = true;
  }

  private finishIO(): void {
    const all = this.waiting;
    this.waiting = new Map();
    for (const [awaitable, tasks] of all) {
      this.log(`I/O finished for ${awaitable.name}`);
      awaitable.done = true;
      awaitable.result = `result of ${awaitable.name}`;
      for (const { task, coroutine } of tasks) this.ready.push({ task, coroutine, value: awaitable.result });
    }
  }
}
