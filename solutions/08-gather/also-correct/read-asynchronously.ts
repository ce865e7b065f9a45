// `for await` also goes through what is no async iterable: a microtask for each task, all in one instant.
export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: { returnExceptions?: boolean },
): Promise<Array<T | unknown>> {
  const running: Promise<T>[] = [];
  for await (const task of tasks) running.push((async () => task())());
  if (!options?.returnExceptions) return Promise.all(running);
  return Promise.all(running.map((task) => task.catch((error: unknown) => error)));
}
