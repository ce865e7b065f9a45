// Exercise 08: asyncio.gather, built by hand.

export interface GatherOptions {
  /** Put each failure into its task's place instead of rejecting. */
  returnExceptions?: boolean;
}

/** Starts all tasks at once and resolves to their results, in the order of the tasks. */
export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: GatherOptions,
): Promise<Array<T | unknown>> {
  // TODO: start every task, remember which result belongs where, and decide what a failure does.
  throw new Error("Not implemented yet");
}
