// fails: pool (double-release); also: order, failure
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

  const giveBack = () => {
    const next = line.shift();
    if (next) next();
    else free++;
  };

  async function onThread<T>(job: () => T): Promise<T> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      const result = await toThread(job);
      giveBack();
      return result;
    } finally {
      giveBack();
    }
  }

  return {
    asyncDef: (handler) => (request) => handler(request),
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
