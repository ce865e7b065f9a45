// fails: story (array-assumed); also: limit, order, failure

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
  const list = items as T[];
  let next = 0;
  const lane = async () => {
    while (next < list.length && !signal.aborted) {
      const index = next++;
      results[index] = await mapper(list[index]!, index, signal);
    }
  };
  const stop = (error: unknown) => {
    controller.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: limit }, () => lane().catch(stop)));
  return results;
}
