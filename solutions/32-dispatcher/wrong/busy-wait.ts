// fails: order (busy-wait); also: values
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
  let free = threads;

  async function onThread<T>(job: () => T): Promise<T> {
    while (free === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    free--;
    try {
      return await toThread(job);
    } finally {
      free++;
    }
  }

  return {
    asyncDef: (handler) => (request) => handler(request),
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
