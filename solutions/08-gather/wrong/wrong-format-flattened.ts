// fails: order (wrong-format)
// A result that is a list is taken apart: `concat` does so with every list.
export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: { returnExceptions?: boolean },
): Promise<unknown[]> {
  const running = Array.from(tasks, async (task) => task());
  const all = options?.returnExceptions ? running.map((each) => each.catch((error) => error)) : running;
  const results = await Promise.all(all);
  return ([] as unknown[]).concat(...results);
}
