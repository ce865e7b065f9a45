// fails: failure (floating-rejection); also: throw

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const results = Array.from(tasks, async (task) => {
      try {
        return await task();
      } catch (error) {
        if (options.returnExceptions) return error;
        // The first failure settles the outer promise; the next ones have nowhere to go.
        if (failed) throw error;
        failed = true;
        reject(error);
      }
    });
    results
      .reduce<Promise<unknown[]>>(
        async (before, next) => [...(await before), await next],
        Promise.resolve([]),
      )
      .then(resolve);
  });
}
