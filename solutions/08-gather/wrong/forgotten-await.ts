// fails: time (forgotten-await); also: order, failure, exceptions, throw, iterable, apart

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  _options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const results: unknown[] = [];
  for (const task of tasks) results.push(task());
  return results;
}
