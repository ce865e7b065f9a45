// fails: apart (twins-merged)

export interface GatherOptions {
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options: GatherOptions = {},
): Promise<Array<T | unknown>> {
  const running = new Map<() => Promise<T>, Promise<unknown>>();
  for (const task of tasks) {
    const promise = Promise.try(task);
    running.set(task, options.returnExceptions ? promise.catch((error: unknown) => error) : promise);
  }
  return Promise.all(running.values());
}
