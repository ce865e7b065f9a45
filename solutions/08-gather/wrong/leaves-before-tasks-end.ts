// fails: time (leaves-before-tasks-end); also: order, failure, exceptions, throw, iterable, apart

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const results: unknown[] = [];
  for (const [place, task] of [...tasks].entries()) {
    Promise.try(task).then(
      (value) => {
        results[place] = value;
      },
      (error: unknown) => {
        if (!options.returnExceptions) throw error;
        results[place] = error;
      },
    );
  }
  return results;
}
