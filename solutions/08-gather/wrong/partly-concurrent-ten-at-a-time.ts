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
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const index = next++;
      try {
        results[index] = await list[index]!();
      } catch (error) {
        if (!options.returnExceptions) throw error;
        results[index] = error;
      }
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return results;
}
