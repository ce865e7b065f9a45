// fails: limit (unbounded); also: story, failure, abort
export async function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1)
    throw new RangeError(`A limit must be a positive integer: it is ${limit}`);
  const controller = new AbortController();
  try {
    return await Promise.all(Array.from(items, (item, index) => mapper(item, index, controller.signal)));
  } catch (error) {
    controller.abort(error);
    throw error;
  }
}
