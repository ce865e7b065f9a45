// fails: empty (empty-hangs)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return new Promise((resolve, reject) => {
    const list = [...tasks];
    const results: unknown[] = [];
    let left = list.length;
    const store = (index: number) => (value: unknown) => {
      results[index] = value;
      if (--left === 0) resolve(results);
    };
    list.forEach((task, index) => {
      Promise.try(task).then(store(index), options.returnExceptions ? store(index) : reject);
    });
  });
}
