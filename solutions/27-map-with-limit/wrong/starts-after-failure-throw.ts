// fails: failure (starts-after-failure); also: abort
export function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1) return Promise.reject(new RangeError(`limit: ${limit}`));
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const iterator = items[Symbol.iterator]();
    const results: R[] = [];
    let [next, running, isOver] = [0, 0, false];
    const fail = (error: unknown) => {
      if (isOver) return;
      isOver = true;
      controller.abort(error);
      reject(error);
    };
    const fill = () => {
      while (running < limit && !isOver) {
        const taken = iterator.next();
        if (taken.done) {
          if (running === 0) resolve(results);
          return;
        }
        const index = next++;
        running++;
        mapper(taken.value, index, controller.signal).then((value) => {
          results[index] = value;
          running--;
          fill();
        }, fail);
      }
    };
    fill();
  });
}
