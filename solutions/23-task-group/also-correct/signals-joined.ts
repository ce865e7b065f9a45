// The signals are joined, so a late abort from outside reaches the group's; and equal failures are one entry.

export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}

class TaskGroupError extends AggregateError {
  override name = "TaskGroupError";
}

export function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  options?: { signal?: AbortSignal },
): Promise<T> {
  const outer = options?.signal;
  if (outer?.aborted) return Promise.reject(outer.reason);

  const failing = new AbortController();
  const signal = outer ? AbortSignal.any([failing.signal, outer]) : failing.signal;
  const errors: unknown[] = [];
  let over = false;
  let started: Promise<unknown>[] = [];

  const enter = <U>(promise: Promise<U>): Promise<U> => {
    started.push(
      promise.catch((error) => {
        if (signal.aborted && error === signal.reason) return;
        if (errors.includes(error)) return;
        errors.push(error);
        if (!signal.aborted) failing.abort(new Error("stop: something in the group has failed"));
      }),
    );
    return promise;
  };

  const group: TaskGroup = {
    signal,
    createTask(task) {
      if (over || signal.aborted) {
        const no = Promise.reject(over ? new Error("The group is over") : signal.reason);
        no.catch(() => {});
        return no;
      }
      return enter(task(signal));
    },
  };

  const main = enter(body(group));

  const untilNobodyIsLeft = (): Promise<void> => {
    const now = started;
    started = [];
    return Promise.all(now).then(() => (started.length > 0 ? untilNobodyIsLeft() : undefined));
  };

  return untilNobodyIsLeft().then(() => {
    over = true;
    if (signal.aborted && !failing.signal.aborted) throw signal.reason;
    if (errors.length > 0) throw new TaskGroupError(errors, "a task group has failed");
    return main;
  });
}
