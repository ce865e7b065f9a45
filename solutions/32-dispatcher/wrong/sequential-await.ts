// fails: story (sequential-await); also: order, pool, default
export type ToThread = <T>(job: () => T) => Promise<T>;

export interface Dispatcher {
  asyncDef<Req, Res>(handler: (request: Req) => Promise<Res>): (request: Req) => Promise<Res>;
  def<Req, Res>(handler: (request: Req) => Res): (request: Req) => Promise<Res>;
}

export function createDispatcher({
  toThread,
  threads = 40,
}: {
  toThread: ToThread;
  threads?: number;
}): Dispatcher {
  let last: Promise<unknown> = Promise.resolve();

  async function onThread<T>(job: () => T): Promise<T> {
    const result = last.then(() => toThread(job));
    last = result.catch(() => {});
    return result;
  }

  return {
    asyncDef: (handler) => (request) => handler(request),
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
