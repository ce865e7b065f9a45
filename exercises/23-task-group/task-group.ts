// Exercise 23: asyncio.TaskGroup: nothing that is started in it outlives it.

export interface TaskGroup {
  /** Starts the task at once, with a signal that aborts when the group does. Settles as the task does. */
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  /** Aborts when the first of body and tasks fails, or when the signal from outside does. */
  readonly signal: AbortSignal;
}

/** Runs the body, which may start tasks, and settles when body and tasks have all ended. */
export function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  options?: { signal?: AbortSignal },
): Promise<T> {
  // TODO: start what the body wants started, abort all of it at the first failure, and wait for the last one.
  throw new Error("Not implemented yet");
}
