// fails: pool (batches); also: order
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
  let row: Promise<unknown>[] = [];
  let before: Promise<unknown> = Promise.resolve();

  async function onThread<T>(job: () => T): Promise<T> {
    if (row.length === threads) {
      before = Promise.allSettled(row);
      row = [];
    }
    const result = before.then(() => toThread(job));
    row.push(result);
    return result;
  }

  return {
    asyncDef: (handler) => (request) => handler(request),
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
