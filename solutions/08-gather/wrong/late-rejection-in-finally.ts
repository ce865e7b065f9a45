// fails: failure (late-rejection)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const promises = Array.from(tasks, async (task) => task());
  try {
    return await Promise.all(
      options.returnExceptions ? promises.map((promise) => promise.catch((error) => error)) : promises,
    );
  } finally {
    await Promise.allSettled(promises);
  }
}
