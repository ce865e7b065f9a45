// fails: time (completion-order); also: order, exceptions, throw, iterable

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const results: unknown[] = [];
  const run = async (task: () => Promise<T>) => {
    try {
      results.unshift(await task());
    } catch (error) {
      if (!options.returnExceptions) throw error;
      results.unshift(error);
    }
  };
  await Promise.all(Array.from(tasks, run));
  return results;
}
