// fails: order (repeated-call); also: time, failure

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const list = [...tasks];
  await Promise.allSettled(list.map(async (task) => task()));
  return Promise.all(
    list.map((task) =>
      options.returnExceptions ? Promise.try(task).catch((error: unknown) => error) : task(),
    ),
  );
}
