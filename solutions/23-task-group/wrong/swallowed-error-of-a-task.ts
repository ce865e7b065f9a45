// fails: create (swallowed-error)

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
  const signal = controller.signal;
  let running = 0;
  let over = false;
  let cancelled = false;
  const errors: unknown[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<void>();

  const onAbort = () => {
    if (signal.aborted) return;
    cancelled = true;
    controller.abort(outer!.reason);
  };
  outer?.addEventListener("abort", onAbort);

  const run = async <U>(work: () => Promise<U>): Promise<U | undefined> => {
    running++;
    try {
      return await work();
    } catch (error) {
      if (!(signal.aborted && error === signal.reason)) {
        errors.push(error);
        controller.abort();
      }
      return undefined;
    } finally {
      running--;
      if (running === 0) resolve();
    }
  };

  const group: TaskGroup = {
    signal,
    createTask: (task) => {
      if (over) throw new Error("The task group has already finished");
      if (signal.aborted) {
        const refused = Promise.reject(signal.reason);
        refused.catch(() => {});
        return refused;
      }
      return run(() => task(signal)) as any;
    },
  };

  try {
    const result = run(() => body(group));
    await ended;
    if (cancelled) throw outer!.reason;
    if (errors.length > 0) throw new AggregateError(errors);
    return (await result) as T;
  } finally {
    over = true;
    outer?.removeEventListener("abort", onAbort);
  }
}
