// fails: time (race-instead-of-all); also: order, empty, failure, exceptions, throw, iterable

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  _options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return [await Promise.race(Array.from(tasks, async (task) => task()))];
}
