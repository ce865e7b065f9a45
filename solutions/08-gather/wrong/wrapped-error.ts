// fails: failure (wrapped-error); also: exceptions, throw

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises = Array.from(tasks, async (task, index) => {
    try {
      return await task();
    } catch (cause) {
      const error = new Error(`Task ${index} failed`, { cause });
      if (options.returnExceptions) return error;
      throw error;
    }
  });
  return Promise.all(promises);
}
