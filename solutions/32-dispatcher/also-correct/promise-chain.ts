// Who comes waits for who came before to be served, and then for the first of the threads that is free again.

type ToThread = <T>(job: () => T) => Promise<T>;

export function createDispatcher({ toThread, threads }: { toThread: ToThread; threads?: number }) {
  const slots: Promise<number>[] = Array.from({ length: threads ?? 40 }, (_, slot) => Promise.resolve(slot));
  let turn: Promise<unknown> = Promise.resolve();

  function onThread<T>(job: () => T): Promise<T> {
    const started = turn
      .then(() => Promise.race(slots))
      .then((slot) => {
        const result = toThread(job);
        const free = () => slot;
        slots[slot] = result.then(free, free);
        // In a list, since a promise of a promise would wait for both.
        return [result] as const;
      });
    turn = started;
    return started.then(([result]) => result);
  }

  return {
    asyncDef<Req, Res>(handler: (request: Req) => Promise<Res>): (request: Req) => Promise<Res> {
      return (request) => Promise.resolve(request).then(handler);
    },
    def<Req, Res>(handler: (request: Req) => Res): (request: Req) => Promise<Res> {
      return (request) => onThread(handler.bind(undefined, request));
    },
  };
}
