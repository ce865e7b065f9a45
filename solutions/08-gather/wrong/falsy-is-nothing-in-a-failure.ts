// fails: failure (falsy-is-nothing); also: exceptions

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
    if (left === 0) resolve(results);
    const end = (index: number, error: unknown, value?: unknown) => {
      if (error && !options.returnExceptions) return reject(error);
      results[index] = error || value;
      if (--left === 0) resolve(results);
    };
    list.forEach((task, index) => {
      Promise.try(task).then(
        (value) => end(index, null, value),
        (error) => end(index, error),
      );
    });
  });
}
