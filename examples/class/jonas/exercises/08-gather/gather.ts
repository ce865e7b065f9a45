export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  { returnExceptions = false }: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const running = Array.from(tasks, async (task) => task());
  if (!returnExceptions) return Promise.all(running);
  const results = await Promise.allSettled(running);
  return results.map((result) => (result.status === "fulfilled" ? result.value : result.reason));
}
