// fails: values (twins-merged); also: async
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
  const answers = new Map<string, Promise<any>>();

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
      const key = JSON.stringify(request);
      if (!answers.has(key)) answers.set(key, handler(request));
      return answers.get(key)!;
    },
    def: (handler) => (request) => onThread(() => handler(request)),
  };
}
