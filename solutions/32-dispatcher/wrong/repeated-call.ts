// fails: values (repeated-call); also: async
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
  const line: (() => void)[] = [];

  async function onThread<T>(job: () => T): Promise<T> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await toThread(job);
    } finally {
      const next = line.shift();
      if (next) next();
      else free++;
    }
  }

  return {
    asyncDef: (handler) => (request) => {
      void handler(request).catch(() => {});
      return handler(request);
    },
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
