// The head and the rest, both at once: a list in the style of functional programming.

export interface GatherOptions {
  returnExceptions?: boolean;
}

const start = async <T>(task: () => Promise<T>): Promise<T> => await task();
const asValue = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

export function gather<T>(
  tasks: Iterable<() => Promise<T>>,
  options?: GatherOptions,
): Promise<Array<T | unknown>> {
  const iterator = tasks[Symbol.iterator]();
  const rest = async (): Promise<unknown[]> => {
    const { done, value: task } = iterator.next();
    if (done) return [];
    const head = options?.returnExceptions ? asValue(start(task)) : start(task);
    const [first, others] = await Promise.all([head, rest()]);
    return [first, ...others];
  };
  return rest();
}
