// fails: throw (sync-throw-escapes)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises = Array.from(tasks, (task) => task());
  if (!options.returnExceptions) return Promise.all(promises);
  return Promise.all(promises.map((promise) => promise.catch((error: unknown) => error)));
}
