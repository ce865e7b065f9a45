// fails: waits (gives-up)

export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}

export async function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  options?: { signal?: AbortSignal },
): Promise<T> {
  const outer = options?.signal;
  const controller = new AbortController();
  const { signal } = controller;
  const failures: unknown[] = [];
  const allEnded = Promise.withResolvers<void>();
  let running = 0;
  let over = false;
  let cancelled = false;

  function fail(error: unknown) {
    // Who ends with the abort's own reason has only done as told.
    if (signal.aborted && error === signal.reason) return;
    failures.push(error);
    controller.abort();
  }

  async function run<U>(work: () => Promise<U>, failed = fail): Promise<U> {
    running++;
    try {
      return await work();
    } catch (error) {
      failed(error);
      throw error;
    } finally {
      if (--running === 0) allEnded.resolve();
    }
  }

  const group: TaskGroup = {
    signal,
    createTask(task) {
      if (over) throw new Error("The task group is over");
      const promise = signal.aborted ? Promise.reject(signal.reason) : run(() => task(signal));
      promise.catch(() => {});
      return promise;
    },
  };

  function cancel() {
    // After a failure an abort changes nothing any more.
    cancelled = !signal.aborted;
    controller.abort(outer!.reason);
  }

  if (outer?.aborted) cancel();
  outer?.addEventListener("abort", cancel);
  try {
    // A task's error, passed on by the body, is known already.
    const result = run(
      () => body(group),
      (error) => failures.includes(error) || fail(error),
    );
    result.catch(() => {});
    await inTime(allEnded.promise);
    if (cancelled) throw outer!.reason;
    if (failures.length > 0) throw new AggregateError(failures, "Tasks of the group have failed");
    return await result;
  } finally {
    over = true;
    outer?.removeEventListener("abort", cancel);
  }
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the tasks do not end")), 30000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
