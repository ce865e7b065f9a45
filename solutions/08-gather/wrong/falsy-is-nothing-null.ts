// fails: order (falsy-is-nothing); also: exceptions

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const results: unknown[] = await Promise.all(
    Array.from(tasks, async (task) => {
      try {
        return await task();
      } catch (error) {
        if (options.returnExceptions) return error;
        throw error;
      }
    }),
  );
  return results.map((result) => result ?? undefined);
}
