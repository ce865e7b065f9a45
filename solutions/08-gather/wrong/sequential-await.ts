// fails: time (sequential-await); also: order

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const results: unknown[] = [];
  for (const task of tasks) {
    try {
      results.push(await task());
    } catch (error) {
      if (!options.returnExceptions) throw error;
      results.push(error);
    }
  }
  return results;
}
