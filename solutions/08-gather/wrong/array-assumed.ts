// fails: iterable (array-assumed)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const list = tasks as (() => Promise<T>)[];
  const promises = list.map(async (task) => task());
  if (!options.returnExceptions) return Promise.all(promises);
  return Promise.all(promises.map((promise) => promise.catch((error: unknown) => error)));
}
