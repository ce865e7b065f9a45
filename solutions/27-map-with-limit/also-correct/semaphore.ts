// A loop that takes a slot before each item, and a race against the first failure.

class Slots {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(free: number) {
    this.free = free;
  }

  async take(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  give(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}

export async function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`limit: ${limit}`);
  const [slots, controller] = [new Slots(limit), new AbortController()];
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  let isOver = false;
  const fail = (error: unknown) => {
    if (isOver) return;
    isOver = true;
    failed.reject(error);
    controller.abort(error);
  };
  const outcomes: Promise<R>[] = [];
  const work = async () => {
    await slots.take();
    for (const item of items) {
      if (isOver) return;
      const index = outcomes.length;
      const call = (async () => mapper(item, index, controller.signal))();
      outcomes.push(call);
      call.then(() => slots.give(), fail);
      await slots.take();
      if (isOver) return;
    }
  };
  await Promise.race([work().catch(fail), failed.promise]);
  return Promise.race([Promise.all(outcomes), failed.promise]);
}
