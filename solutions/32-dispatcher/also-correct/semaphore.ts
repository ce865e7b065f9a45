// As async-mutex: a semaphore whose `acquire` resolves to its release, and `runExclusive` on top of it.

type ToThread = <T>(job: () => T) => Promise<T>;
type Releaser = () => void;

class Semaphore {
  #value: number;
  readonly #queue: { resolve: (release: Releaser) => void }[] = [];

  constructor(value: number) {
    this.#value = value;
  }

  acquire(): Promise<Releaser> {
    return new Promise((resolve) => {
      this.#queue.push({ resolve });
      this.#dispatch();
    });
  }

  async runExclusive<T>(task: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await task();
    } finally {
      release();
    }
  }

  #dispatch(): void {
    while (this.#value > 0 && this.#queue.length > 0) {
      this.#value -= 1;
      this.#queue.shift()!.resolve(this.#releaser());
    }
  }

  #releaser(): Releaser {
    let called = false;
    return () => {
      if (called) return;
      called = true;
      this.#value += 1;
      this.#dispatch();
    };
  }
}

class Dispatcher {
  readonly #toThread: ToThread;
  readonly #threads: Semaphore;

  constructor(toThread: ToThread, threads: number) {
    this.#toThread = toThread;
    this.#threads = new Semaphore(threads);
  }

  asyncDef<Req, Res>(handler: (request: Req) => Promise<Res>): (request: Req) => Promise<Res> {
    return handler;
  }

  def<Req, Res>(handler: (request: Req) => Res): (request: Req) => Promise<Res> {
    return (request) => this.#threads.runExclusive(() => this.#toThread(() => handler(request)));
  }
}

export function createDispatcher(options: { toThread: ToThread; threads?: number }): Dispatcher {
  return new Dispatcher(options.toThread, options.threads ?? 40);
}
