// fails: limit (batches)
export async function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1)
    throw new RangeError(`A limit must be a positive integer: it is ${limit}`);
  const controller = new AbortController();
  const results: R[] = [];
  const iterator = items[Symbol.iterator]();
  for (let isDry = false; !isDry; ) {
    const row: Promise<R>[] = [];
    try {
      while (row.length < limit) {
        const taken = iterator.next();
        if (taken.done) {
          isDry = true;
          break;
        }
        row.push(mapper(taken.value, results.length + row.length, controller.signal));
      }
      results.push(...(await Promise.all(row)));
    } catch (error) {
      controller.abort(error);
      throw error;
    }
  }
  return results;
}
