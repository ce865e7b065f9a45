// fails: time (completion-order); also: order, exceptions

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const results: unknown[] = [];
  await Promise.all(
    Array.from(tasks, async (task) => {
      try {
        results.push(await task());
      } catch (error) {
        if (!options.returnExceptions) throw error;
        results.push(error);
      }
    }),
  );
  return results;
}
