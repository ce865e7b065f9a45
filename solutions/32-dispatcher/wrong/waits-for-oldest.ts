// fails: pool (waits-for-oldest); also: order
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
  const all: Promise<unknown>[] = [];

  async function onThread<T>(job: () => T): Promise<T> {
    const result = Promise.all(all.slice(0, Math.max(0, all.length - threads + 1))).then(() => toThread(job));
    all.push(result.catch(() => {}));
    return result;
  }

  return {
    asyncDef: (handler) => (request) => handler(request),
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
