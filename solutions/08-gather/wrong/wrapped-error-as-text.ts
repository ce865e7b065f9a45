// fails: exceptions (wrapped-error); also: throw

export interface GatherOptions {
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const text = (error: any) => error?.message ?? String(error);
  return Promise.all(
    Array.from(tasks, async (task) => (options.returnExceptions ? Promise.try(task).catch(text) : task())),
  );
}
