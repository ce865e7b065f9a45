// fails: apart (shared-state)

type Mapper<T, R> = (item: T, index: number, signal: AbortSignal) => Promise<R>;

export function mapLimit<T, R>(items: Iterable<T>, limit: number, mapper: Mapper<T, R>): Promise<R[]> {
  return shared(mapper, () => mapAll(items, limit, mapper));
}

async function mapAll<T, R>(items: Iterable<T>, limit: number, mapper: Mapper<T, R>): Promise<R[]> {
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
      results[index] = await mapper(taken.value, index, signal);
    }
  };
  const stop = (error: unknown) => {
    controller.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: limit }, () => lane().catch(stop)));
  return results;
}

const running = new Map<unknown, Promise<any>>();

/** Whoever comes with the same mapper meanwhile gets the same promise. */
function shared<T>(key: unknown, act: () => Promise<T>): Promise<T> {
  const known = running.get(key);
  if (known) return known;
  const own = act();
  running.set(key, own);
  const forget = () => void running.delete(key);
  own.then(forget, forget);
  return own;
}
