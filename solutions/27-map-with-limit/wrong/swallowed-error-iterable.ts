// fails: failure (swallowed-error)

export async function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError("limit must be a positive integer");
  const iterator = items[Symbol.iterator]();
  const controller = new AbortController();
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (!controller.signal.aborted) {
      let taken: IteratorResult<T>;
      try {
        taken = iterator.next();
      } catch {
        return;
      }
      if (taken.done) return;
      const index = next++;
      results[index] = await mapper(taken.value, index, controller.signal);
    }
  };
  const guarded = async (): Promise<void> => {
    try {
      await lane();
    } catch (error) {
      controller.abort();
      throw error;
    }
  };
  await Promise.all(Array.from({ length: limit }, guarded));
  return results;
}
