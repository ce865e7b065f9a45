// fails: apart (sequential-await)

export interface GatherOptions {
  returnExceptions?: boolean;
}

const lines = new WeakMap<object, Promise<unknown>>();

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const before = lines.get(tasks);
  const all = (async () => {
    if (before) await before.catch(() => {});
    const running = Array.from(tasks, async (task) => task());
    if (!options.returnExceptions) return await Promise.all(running);
    return await Promise.all(running.map((each) => each.catch((error: unknown) => error)));
  })();
  lines.set(tasks, all);
  return all;
}
