// fails: throw (not-all-started)
export interface GatherOptions {
  /** Put each failure into its task's place instead of rejecting. */
  returnExceptions?: boolean;
}

export async function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: GatherOptions,
): Promise<Array<T | unknown>> {
  const running: Promise<unknown>[] = [];

  try {
    for (const task of tasks) {
      running.push(task());
    }
  } catch (error) {
    // a task that throws has failed like any other
    running.push(Promise.reject(error));
  }

  if (options?.returnExceptions) {
    return Promise.all(running.map((promise) => promise.catch((error) => error)));
  }
  return Promise.all(running);
}
