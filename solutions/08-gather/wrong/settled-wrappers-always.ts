// fails: time (settled-wrappers); also: order, failure, exceptions, throw, iterable

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  _options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return Promise.allSettled(Array.from(tasks, async (task) => task()));
}
