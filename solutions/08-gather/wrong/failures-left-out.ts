// fails: exceptions (failures-left-out); also: throw

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises = Array.from(tasks, async (task) => task());
  if (!options.returnExceptions) return Promise.all(promises);
  const results = await Promise.allSettled(promises);
  return results.filter((result) => result.status === "fulfilled").map((result) => result.value);
}
