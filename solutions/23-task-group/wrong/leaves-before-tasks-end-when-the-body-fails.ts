// fails: waits (leaves-before-tasks-end)

export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}

export async function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  options?: { signal?: AbortSignal },
): Promise<T> {
  const outer = options?.signal;
  outer?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const errors: unknown[] = [];
  const children: Promise<unknown>[] = [];
  let over = false;
  let cancelled = false;
  const onAbort = () => {
    if (!signal.aborted) {
      cancelled = true;
      controller.abort(outer!.reason);
    }
  };
  outer?.addEventListener("abort", onAbort);

  const fail = (error: unknown) => {
    if (signal.aborted && error === signal.reason) return;
    if (!errors.includes(error)) errors.push(error);
    controller.abort();
  };

  const group: TaskGroup = {
    signal,
    createTask(task) {
      if (over) throw new Error("over");
      if (signal.aborted) {
        const refused = Promise.reject(signal.reason);
        refused.catch(() => {});
        return refused;
      }
      const child = task(signal);
      child.catch(fail);
      children.push(child);
      return child;
    },
  };

  let value: T;
  try {
    value = await body(group);
    for (let i = 0; i < children.length; i++) await children[i]!.catch(() => {});
  } catch (error) {
    fail(error);
  }
  over = true;
  outer?.removeEventListener("abort", onAbort);
  if (cancelled) throw outer!.reason;
  if (errors.length > 0) throw new AggregateError(errors);
  return value!;
}
