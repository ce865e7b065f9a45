// fails: exceptions (wrong-combinator); also: throw
export interface GatherOptions {
  /** Put each failure into its task's place instead of rejecting. */
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: GatherOptions,
): Promise<Array<T | unknown>> {
  const running = Array.from(tasks, async (task) => task());
  try {
    return await Promise.all(running);
  } catch (error) {
    if (options?.returnExceptions) {
      return [error];
    }
    throw error;
  }
}
