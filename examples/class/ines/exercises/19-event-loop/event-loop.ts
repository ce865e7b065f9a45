export class Awaitable {
  readonly name: string;
  done = false;
  result: unknown = undefined;

  constructor(name: string) {
    this.name = name;
  }
}

type Task<R> = { done: boolean; result: R | undefined; error: unknown };
type Entry = { task: Task<unknown>; coroutine: Generator<Awaitable, unknown, unknown>; on?: Awaitable };

const start = (loop: EventLoop, first: Entry | undefined): void => {
  if (first) loop.enter(first);
};

export class EventLoop {
  private ready: readonly Entry[] = [];
  private idle: readonly Entry[] = [];
  private readonly log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.log = log;
  }

  createTask<R>(coroutine: Generator<Awaitable, R, unknown>): Task<R> {
    const task: Task<R> = { done: false, result: undefined, error: undefined };
    this.ready = [...this.ready, { task: task as Task<unknown>, coroutine }];
    return task;
  }

  enter({ task, coroutine, on }: Entry): void {
    const settle = (end: Partial<Task<unknown>>) => void Object.assign(task, end, { done: true });
    try {
      const { done, value } = coroutine.next(on?.result);
      if (done) settle({ result: value });
      else this.idle = this.idle.concat({ task, coroutine, on: value });
    } catch (error) {
      settle({ error });
    }
  }

  run(): void {
    while (this.ready.length + this.idle.length > 0) {
      const [first, ...others] = this.ready;
      this.ready = others;
      start(this, first);
      if (!first) this.finishAll();
    }
  }

  private finishAll(): void {
    const all = this.idle;
    this.idle = [];
    for (const { on } of all) {
      if (on!.done) continue;
      on!.done = true;
      on!.result = `result of ${on!.name}`;
      this.log(`I/O finished for ${on!.name}`);
    }
    this.ready = this.ready.concat(all);
  }
}
