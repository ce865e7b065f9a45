// fails: exceptions (completion-order)
export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: { returnExceptions?: boolean },
): Promise<Array<T | unknown>> {
  const running = Array.from(tasks, async (task) => task());
  if (!options?.returnExceptions) return Promise.all(running);
  const results: unknown[] = [];
  const put = (result: unknown) => results.push(result);
  await Promise.all(running.map((task) => task.then(put, put)));
  return results;
}
