// As p-limit: whoever comes is queued first, and a counter says how many of the queue may run.

type ToThread = <T>(job: () => T) => Promise<T>;

function pLimit(concurrency: number) {
  const queue: (() => void)[] = [];
  let activeCount = 0;

  const resumeNext = () => {
    if (activeCount >= concurrency || queue.length === 0) return;
    activeCount++;
    queue.shift()!();
  };

  const run = async <T>(task: () => Promise<T>, resolve: (result: Promise<T>) => void) => {
    const result = (async () => task())();
    resolve(result);
    try {
      await result;
    } catch {}
    activeCount--;
    resumeNext();
  };

  return <T>(task: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve) => {
      new Promise<void>((start) => queue.push(start)).then(() => run(task, resolve));
      resumeNext();
    });
}

export function createDispatcher({ toThread, threads = 40 }: { toThread: ToThread; threads?: number }) {
  const limit = pLimit(threads);
  return {
    asyncDef:
      <Req, Res>(handler: (request: Req) => Promise<Res>) =>
      async (request: Req) =>
        handler(request),
    def:
      <Req, Res>(handler: (request: Req) => Res) =>
      (request: Req) =>
        limit(() => toThread(() => handler(request))),
  };
}
