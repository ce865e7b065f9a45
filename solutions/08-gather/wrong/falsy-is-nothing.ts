// fails: order (falsy-is-nothing); also: failure, exceptions

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const results = await Promise.allSettled(Array.from(tasks, async (task) => task()));
  return results.map((result) => {
    if (result.status === "rejected" && !options.returnExceptions) throw result.reason;
    return (result as any).value || (result as any).reason;
  });
}
