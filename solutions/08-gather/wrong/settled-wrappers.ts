// fails: exceptions (settled-wrappers); also: throw

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises = Array.from(tasks, async (task) => task());
  return options.returnExceptions ? Promise.allSettled(promises) : Promise.all(promises);
}
