// fails: failure (swallowed-error)

// Whoever has settled leaves at once: a failure in the turn of another's success is gone before anybody looks.

type Mapper<T, R> = (item: T, index: number, signal: AbortSignal) => Promise<R>;

export async function mapLimit<T, R>(items: Iterable<T>, limit: number, mapper: Mapper<T, R>): Promise<R[]> {
  if (Math.trunc(limit) !== limit || limit <= 0 || limit === Number.POSITIVE_INFINITY)
    throw new RangeError("limit");
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  const results: R[] = [];
  const one = async (item: T, index: number) => {
    results[index] = await mapper(item, index, stop.signal);
  };
  try {
    let index = 0;
    const iterator = items[Symbol.iterator]();
    for (;;) {
      if (running.size === limit) await Promise.race(running);
      const next = iterator.next();
      if (next.done) break;
      const run: Promise<void> = one(next.value, index++).finally(() => running.delete(run));
      run.catch(() => {});
      running.add(run);
    }
    await Promise.all(running);
    return results;
  } catch (error) {
    stop.abort();
    throw error;
  }
}
