// fails: order (partly-concurrent)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const list = [...tasks];
  const results: unknown[] = [];
  for (let from = 0; from < list.length; from += 3) {
    const batch = list.slice(from, from + 3).map((task) => {
      const promise = Promise.try(task);
      return options.returnExceptions ? promise.catch((error: unknown) => error) : promise;
    });
    results.push(...(await Promise.all(batch)));
  }
  return results;
}
