// fails: pool (static-split); also: order
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
  const chains: Promise<unknown>[] = Array(threads).fill(Promise.resolve());
  let count = 0;

  async function onThread<T>(job: () => T): Promise<T> {
    const chain = count++ % threads;
    const result = chains[chain]!.then(() => toThread(job));
    chains[chain] = result.catch(() => {});
    return result;
  }

  return {
    asyncDef: (handler) => (request) => handler(request),
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
