import { EventEmitter, once } from "node:events";

type ToThread = <T>(job: () => T) => Promise<T>;

class Pool {
  readonly #bell = new EventEmitter().setMaxListeners(0);
  readonly #line: symbol[] = [];
  #free: number;

  constructor(size: number) {
    this.#free = size;
  }

  async borrow(): Promise<Disposable> {
    if (this.#free > 0) this.#free--;
    else {
      const ticket = Symbol("ticket");
      this.#line.push(ticket);
      await once(this.#bell, ticket);
    }
    return { [Symbol.dispose]: () => this.#back() };
  }

  #back(): void {
    const next = this.#line.shift();
    if (next === undefined) this.#free++;
    else this.#bell.emit(next);
  }
}

export class Dispatcher {
  readonly toThread: ToThread;
  readonly pool: Pool;

  constructor({ toThread, threads = 40 }: { toThread: ToThread; threads?: number }) {
    this.toThread = toThread;
    this.pool = new Pool(threads);
  }

  asyncDef = <Req, Res>(handler: (request: Req) => Promise<Res>) => handler;

  def<Req, Res>(handler: (request: Req) => Res): (request: Req) => Promise<Res> {
    const { pool, toThread } = this;
    return async (request) => {
      using _thread = await pool.borrow();
      return await toThread(() => handler(request));
    };
  }
}

export function createDispatcher(options: { toThread: ToThread; threads?: number }): Dispatcher {
  return new Dispatcher(options);
}
