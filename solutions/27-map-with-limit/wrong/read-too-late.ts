// fails: story (read-too-late); also: order

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
  const lane = async () => {
    while (!signal.aborted) {
      const taken = iterator.next();
      if (taken.done) return;
      const result = await mapper(taken.value, next++, signal);
      results[next - 1] = result;
    }
  };
  const stop = (error: unknown) => {
    controller.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: limit }, () => lane().catch(stop)));
  return results;
}
