// fails: apart (shared-state)

export interface GatherOptions {
  returnExceptions?: boolean;
}

let results: unknown[] = [];

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  results = [];
  const run = async (task: () => Promise<T>, index: number) => {
    try {
      results[index] = await task();
    } catch (error) {
      if (!options.returnExceptions) throw error;
      results[index] = error;
    }
  };
  await Promise.all(Array.from(tasks, run));
  return results;
}
