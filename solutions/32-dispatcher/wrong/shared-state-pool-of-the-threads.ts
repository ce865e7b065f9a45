// fails: apart (shared-state)
export type ToThread = <T>(job: () => T) => Promise<T>;

export interface Dispatcher {
  asyncDef<Req, Res>(handler: (request: Req) => Promise<Res>): (request: Req) => Promise<Res>;
  def<Req, Res>(handler: (request: Req) => Res): (request: Req) => Promise<Res>;
}

const pools = new WeakMap<ToThread, { free: number; line: (() => void)[] }>();

export function createDispatcher({
  toThread,
  threads = 40,
}: {
  toThread: ToThread;
  threads?: number;
}): Dispatcher {
  const pool = pools.get(toThread) ?? { free: threads, line: [] };
  pools.set(toThread, pool);
  const { line } = pool;

  async function onThread<T>(job: () => T): Promise<T> {
    if (pool.free > 0) pool.free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await toThread(job);
    } finally {
      const next = line.shift();
      if (next) next();
      else pool.free++;
    }
  }

  return {
    asyncDef: (handler) => (request) => handler(request),
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
