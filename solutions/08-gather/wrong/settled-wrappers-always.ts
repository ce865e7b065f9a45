// fails: runs three tasks in the time of the slowest, with the results in order (settled-wrappers)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  _options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return Promise.allSettled(Array.from(tasks, async (task) => task()));
}
