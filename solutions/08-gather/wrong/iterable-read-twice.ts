// fails: iterable (iterable-read-twice)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  return new Promise((resolve, reject) => {
    let left = [...tasks].length;
    const results: unknown[] = new Array(left);
    if (left === 0) resolve(results);
    let index = 0;
    for (const task of tasks) {
      const place = index++;
      const store = (value: unknown) => {
        results[place] = value;
        if (--left === 0) resolve(results);
      };
      Promise.try(task).then(store, options.returnExceptions ? store : reject);
    }
  });
}
