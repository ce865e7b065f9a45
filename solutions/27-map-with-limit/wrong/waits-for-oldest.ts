// fails: limit (waits-for-oldest)
export async function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1)
    throw new RangeError(`A limit must be a positive integer: it is ${limit}`);
  const controller = new AbortController();
  const results: Promise<R>[] = [];
  try {
    const iterator = items[Symbol.iterator]();
    for (let index = 0; ; index++) {
      if (index >= limit) await Promise.race([results[index - limit], firstFailure(results)]);
      const taken = iterator.next();
      if (taken.done) break;
      const call = mapper(taken.value, index, controller.signal);
      call.catch(() => {});
      results.push(call);
    }
    return await Promise.all(results);
  } catch (error) {
    controller.abort(error);
    throw error;
  }
}

/** Never fulfils. */
function firstFailure(all: Promise<unknown>[]): Promise<never> {
  return new Promise((_, reject) => {
    for (const each of all) each.catch(reject);
  });
}
