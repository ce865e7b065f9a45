// fails: throw (sync-throw-escapes)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  if (options.returnExceptions)
    return Promise.all(Array.from(tasks, (task) => task().catch((error) => error)));
  return Promise.all(Array.from(tasks, async (task) => task()));
}
