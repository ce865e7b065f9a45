// A pool of workers, each an endless loop over one common channel of jobs.

type ToThread = <T>(job: () => T) => Promise<T>;
type Job = () => Promise<void>;

class Channel {
  private readonly jobs: Job[] = [];
  private readonly idle: ((job: Job) => void)[] = [];

  put(job: Job): void {
    const worker = this.idle.shift();
    if (worker) worker(job);
    else this.jobs.push(job);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Job> {
    for (;;) {
      const job = this.jobs.shift();
      yield job ?? (await new Promise<Job>((resolve) => this.idle.push(resolve)));
    }
  }
}

export const createDispatcher = (options: { toThread: ToThread; threads?: number }) => {
  const channel = new Channel();
  const work = async () => {
    for await (const job of channel) await job();
  };
  for (let count = options.threads ?? 40; count > 0; count--) void work();
  return {
    asyncDef<Req, Res>(handler: (request: Req) => Promise<Res>) {
      return async function asynchronous(request: Req): Promise<Res> {
        return await handler(request);
      };
    },
    def<Req, Res>(handler: (request: Req) => Res) {
      return (request: Req): Promise<Res> =>
        new Promise<Res>((resolve, reject) => {
          channel.put(() => options.toThread(() => handler(request)).then(resolve, reject));
        });
    },
  };
};
