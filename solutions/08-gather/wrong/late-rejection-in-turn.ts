// fails: failure (late-rejection)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises = Array.from(tasks, async (task) => task());
  for (const promise of promises) promise.catch(() => {});
  const results: unknown[] = [];
  for (const promise of promises) {
    results.push(options.returnExceptions ? await promise.catch((error: unknown) => error) : await promise);
  }
  return results;
}
