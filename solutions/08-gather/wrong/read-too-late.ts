// fails: time (read-too-late); also: order, exceptions, throw, iterable

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
    // biome-ignore lint/suspicious/noVar: it is the same for all rounds
    for (var i = 0; i < list.length; i++) {
      const came = (result: unknown) => {
        results[i] = result;
        left--;
        if (left === 0) resolve(results);
      };
      Promise.try(list[i]!).then(came, options.returnExceptions ? came : reject);
    }
  });
}
