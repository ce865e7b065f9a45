// fails: time (length-is-no-count); also: order, exceptions
export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: { returnExceptions?: boolean },
): Promise<Array<T | unknown>> {
  return new Promise((resolve, reject) => {
    const list = [...tasks];
    const results: unknown[] = [];
    if (list.length === 0) resolve([]);
    list.forEach((task, index) => {
      const put = (value: unknown) => {
        results[index] = value;
        if (results.length === list.length) resolve(results);
      };
      Promise.try(task).then(put, options?.returnExceptions ? put : reject);
    });
  });
}
