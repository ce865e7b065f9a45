// fails: exceptions (argument-ignored); also: throw

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  _options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return Promise.all(Array.from(tasks, async (task) => task()));
}
