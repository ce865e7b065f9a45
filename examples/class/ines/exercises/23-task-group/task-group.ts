export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}

export function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  { signal: outer }: { signal?: AbortSignal } = {},
): Promise<T> {
  const own = new AbortController();
  const signal = AbortSignal.any(outer ? [own.signal, outer] : [own.signal]);
  const failures: { error: unknown }[] = [];
  let left: Promise<unknown>[] = [];
  let state: "open" | "over" = "open";

  const watch = <U>(promise: Promise<U>, known: (error: unknown) => boolean) => {
    const ended = promise.then(
      () => {},
      (error) => {
        if (known(error) || (signal.aborted && Object.is(signal.reason, error))) return;
        failures.push({ error });
        if (!signal.aborted) own.abort();
      },
    );
    left.push(ended);
    return promise;
  };
  const allEnded = (): Promise<void> => {
    const now = left;
    left = [];
    return now.length === 0 ? Promise.resolve() : Promise.all(now).then(allEnded);
  };

  const result = watch(
    body({
      signal,
      createTask(task) {
        if (state === "over") return Promise.reject(new TypeError("This group is over"));
        if (!signal.aborted) return watch(task(signal), () => false);
        const refused = Promise.reject(signal.reason);
        refused.catch(() => {});
        return refused;
      },
    }),
    (error) => failures.some((failure) => failure.error === error),
  );
  return allEnded().then(() => {
    state = "over";
    if (signal.aborted && !own.signal.aborted) throw outer!.reason;
    if (failures.length > 0) throw new AggregateError(failures.map(({ error }) => error));
    return result;
  });
}
