// fails: failure (late-rejection)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const settled = await Promise.allSettled(Array.from(tasks, async (task) => task()));
  return settled.map((result) => {
    if (result.status === "fulfilled") return result.value;
    if (options.returnExceptions) return result.reason;
    throw result.reason;
  });
}
