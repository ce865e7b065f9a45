// fails: order (busy-wait); also: failure

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
      const index = next++;
      results[index] = await polled(mapper(taken.value, index, signal));
    }
  };
  const stop = (error: unknown) => {
    controller.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: limit }, () => lane().catch(stop)));
  return results;
}

/** Looks every so often whether it has settled. */
async function polled<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  promise.then(end, end);
  while (!over) await new Promise((resolve) => setTimeout(resolve, 10));
  return promise;
}
