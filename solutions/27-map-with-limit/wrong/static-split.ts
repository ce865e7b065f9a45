// fails: limit (static-split); also: lazy
export async function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1)
    throw new RangeError(`A limit must be a positive integer: it is ${limit}`);
  const all = [...items];
  const controller = new AbortController();
  const results: R[] = [];
  const lane = async (first: number) => {
    for (let index = first; index < all.length && !controller.signal.aborted; index += limit)
      results[index] = await mapper(all[index]!, index, controller.signal);
  };
  try {
    await Promise.all(Array.from({ length: limit }, (_, index) => lane(index)));
  } catch (error) {
    controller.abort(error);
    throw error;
  }
  return results;
}
