// fails: throw (sync-throw-escapes)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises: Promise<unknown>[] = [];
  for (const task of tasks) {
    const promise = task();
    promises.push(options.returnExceptions ? promise.catch((error: unknown) => error) : promise);
  }
  return Promise.all(promises);
}
