// fails: failure (late-rejection); also: abort
export async function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1)
    throw new RangeError(`A limit must be a positive integer: it is ${limit}`);
  const controller = new AbortController();
  const { signal } = controller;
  const results: R[] = [];
  const iterator = items[Symbol.iterator]();
  let next = 0;
  const calls = new Set<Promise<R>>();
  const lane = async () => {
    while (!signal.aborted) {
      const taken = iterator.next();
      if (taken.done) return;
      const index = next++;
      const call = mapper(taken.value, index, signal);
      calls.add(call);
      results[index] = await call;
    }
  };
  const stop = async (error: unknown) => {
    controller.abort(error);
    await Promise.allSettled(calls);
    throw error;
  };
  await Promise.all(Array.from({ length: limit }, () => lane().catch(stop)));
  return results;
}
