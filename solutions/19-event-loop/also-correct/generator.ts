// The loop is a generator itself, which yields one turn after the other; `run` only takes them.

export class Awaitable {
  done = false;
  result: unknown = undefined;
  constructor(public readonly name: string) {}
}

class Job<R> {
  private outcome: { returned: R } | { threw: unknown } | undefined;
  waitsFor: Awaitable | undefined;

  constructor(private readonly coroutine: Generator<Awaitable, R, unknown>) {}

  get done() {
    return this.outcome !== undefined;
  }
  get result() {
    return this.outcome && "returned" in this.outcome ? this.outcome.returned : undefined;
  }
  get error() {
    return this.outcome && "threw" in this.outcome ? this.outcome.threw : undefined;
  }

  turn(): void {
    try {
      const step = this.coroutine.next(this.waitsFor?.result);
      if (step.done) this.outcome = { returned: step.value };
      else this.waitsFor = step.value;
    } catch (error) {
      this.outcome = { threw: error };
    }
  }
}

export class EventLoop {
  private readonly line: Job<any>[] = [];

  constructor(private readonly log: (line: string) => void) {}

  createTask<R>(coroutine: Generator<Awaitable, R, unknown>): Job<R> {
    const job = new Job(coroutine);
    this.line.push(job);
    return job;
  }

  private *turns(): Generator<() => void> {
    let idle: Job<any>[] = [];
    while (this.line.length > 0) {
      const job = this.line.shift()!;
      yield () => job.turn();
      if (!job.done) idle.push(job);
      if (this.line.length > 0) continue;
      const phase = new Set(idle.map(({ waitsFor }) => waitsFor!));
      for (const awaitable of phase) yield () => this.finish(awaitable);
      this.line.push(...idle);
      idle = [];
    }
  }

  private finish(awaitable: Awaitable): void {
    this.log(`I/O finished for ${awaitable.name}`);
    Object.assign(awaitable, { done: true, result: `result of ${awaitable.name}` });
  }

  run(): void {
    for (const turn of this.turns()) turn();
  }
}
