// fails: apart (twins-merged)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises = Array.from(new Set(tasks), async (task) => task());
  if (!options.returnExceptions) return Promise.all(promises);
  return Promise.all(promises.map((promise) => promise.catch((error) => error)));
}
