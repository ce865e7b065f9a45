// fails: exceptions (floating-rejection)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises = Array.from(tasks, async (task) => task());
  if (!options.returnExceptions) return Promise.all(promises);
  const results: unknown[] = [];
  for (const promise of promises) {
    try {
      results.push(await promise);
    } catch (error) {
      results.push(error);
    }
  }
  return results;
}
