// fails: apart (input-changed)
export interface GatherOptions {
  /** Put each failure into its task's place instead of rejecting. */
  returnExceptions?: boolean;
}

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: GatherOptions,
): Promise<Array<T | unknown>> {
  const queue = Array.isArray(tasks) ? (tasks as Array<() => Promise<T>>) : [...tasks];
  const running: Promise<unknown>[] = [];

  while (queue.length > 0) {
    const task = queue.shift()!;
    const start = async () => task();
    running.push(options?.returnExceptions ? start().catch((error) => error) : start());
  }

  return Promise.all(running);
}
