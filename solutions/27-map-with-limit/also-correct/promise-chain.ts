// Promises alone: after each end the free places are filled again. A signal for each mapper.

export function mapLimit<T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: (item: T, index: number, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  return new Promise((resolve, reject) => {
    if (!(Number.isSafeInteger(limit) && limit > 0)) throw new RangeError("limit");
    const iterator = items[Symbol.iterator]();
    const results = new Map<number, R>();
    const controllers = new Set<AbortController>();
    let [count, ended, over] = [0, false, false];
    const fail = (error: unknown) => {
      if (over) return;
      over = true;
      reject(error);
      for (const controller of controllers) controller.abort(error);
    };
    const fill = () => {
      while (!ended && !over && controllers.size < limit) {
        let step: IteratorResult<T>;
        try {
          step = iterator.next();
        } catch (error) {
          return fail(error);
        }
        if (step.done) ended = true;
        else start(step.value, count++);
      }
      if (ended && controllers.size === 0 && !over)
        resolve(Array.from({ length: count }, (_, index) => results.get(index)!));
    };
    const start = (item: T, index: number) => {
      const controller = new AbortController();
      controllers.add(controller);
      new Promise<R>((settle) => settle(mapper(item, index, controller.signal))).then((value) => {
        results.set(index, value);
        controllers.delete(controller);
        fill();
      }, fail);
    };
    fill();
  });
}
