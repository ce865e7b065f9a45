// A set of who is at work, looked at again until nobody is left. Tasks begin in a microtask. Already aborted: the body is not called.

export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}
type Options = { signal?: AbortSignal };

export const withTaskGroup = async <T>(
  body: (group: TaskGroup) => Promise<T>,
  options: Options = {},
): Promise<T> => {
  options.signal?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const working = new Set<Promise<unknown>>();
  const errors: unknown[] = [];
  let why: "failure" | "outer" | undefined;
  let open = true;

  const stop = (reason: "failure" | "outer") => {
    if (why !== undefined) return;
    why = reason;
    if (reason === "outer") controller.abort(options.signal!.reason);
    else controller.abort();
  };
  const onOuterAbort = () => stop("outer");

  const add = <U>(job: () => Promise<U>, isKnown: (error: unknown) => boolean): Promise<U> => {
    const promise = Promise.resolve().then(job);
    const record = promise
      .catch((error) => {
        if ((why && error === signal.reason) || isKnown(error)) return;
        errors.push(error);
        stop("failure");
      })
      .then(() => void working.delete(record));
    working.add(record);
    return promise;
  };

  options.signal?.addEventListener("abort", onOuterAbort, { once: true });
  const result = add(
    () =>
      body({
        signal,
        createTask(task) {
          if (!open) throw new Error("over");
          return add(
            () => (why ? Promise.reject(signal.reason) : task(signal)),
            () => false,
          );
        },
      }),
    (error) => errors.includes(error),
  );
  while (working.size > 0) await Promise.race(working);
  open = false;
  options.signal?.removeEventListener("abort", onOuterAbort);
  switch (why) {
    case "outer":
      throw options.signal!.reason;
    case "failure":
      throw new AggregateError(errors, `${errors.length} failed`);
    default:
      return result;
  }
};
