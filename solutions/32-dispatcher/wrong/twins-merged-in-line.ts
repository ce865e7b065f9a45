// fails: values (twins-merged)
export type ToThread = <T>(job: () => T) => Promise<T>;

export interface Dispatcher {
  asyncDef<Req, Res>(handler: (request: Req) => Promise<Res>): (request: Req) => Promise<Res>;
  def<Req, Res>(handler: (request: Req) => Res): (request: Req) => Promise<Res>;
}

export function createDispatcher(options: { toThread: ToThread; threads?: number }): Dispatcher {
  const { toThread, threads = 40 } = options;
  let free = threads;
  const waiting = new Map<unknown, () => void>();

  function release() {
    const first = waiting.entries().next();
    if (first.done) {
      free++;
      return;
    }
    const [request, wake] = first.value;
    waiting.delete(request);
    wake();
  }

  return {
    asyncDef(handler) {
      return (request) => handler(request);
    },
    def(handler) {
      return async (request) => {
        if (free > 0) {
          free--;
        } else {
          await new Promise<void>((wake) => waiting.set(request, wake));
        }
        try {
          return await toThread(() => handler(request));
        } finally {
          release();
        }
      };
    },
  };
}
