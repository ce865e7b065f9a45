// The ready line holds functions; those who wait leave a function with their awaitable, in order of the awaitables.

export class Awaitable {
  done = false;
  result: unknown;
  readonly name: string;
  readonly whenDone: (() => void)[] = [];

  constructor(name: string) {
    this.name = name;
  }
}

export class EventLoop {
  #soon: (() => void)[] = [];
  #io = new Set<Awaitable>();
  #log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  createTask<R>(coroutine: Generator<Awaitable, R, unknown>) {
    const task: { done: boolean; result?: R; error?: unknown } = { done: false };
    const resume = (answer?: unknown) => () => {
      try {
        const { done, value } = coroutine.next(answer);
        if (done) Object.assign(task, { done, result: value });
        else {
          value.whenDone.push(() => this.#soon.push(resume(value.result)));
          this.#io.add(value);
        }
      } catch (error) {
        Object.assign(task, { done: true, error });
      }
    };
    this.#soon.push(resume());
    return task;
  }

  run(): void {
    do {
      for (const turn of this.#soon) turn(); // an array's iterator sees what is pushed meanwhile
      this.#soon = [];
      const phase = [...this.#io];
      this.#io.clear();
      for (const awaitable of phase) {
        this.#log(`I/O finished for ${awaitable.name}`);
        awaitable.done = true;
        awaitable.result = `result of ${awaitable.name}`;
        for (const wake of awaitable.whenDone.splice(0)) wake();
      }
    } while (this.#soon.length > 0);
  }
}
