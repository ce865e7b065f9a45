// fails: story (sequential-await); also: create

type Task = (signal: AbortSignal) => Promise<any>;

export async function withTaskGroup(
  body: (group: any) => Promise<any>,
  options: { signal?: AbortSignal } = {},
) {
  const outer = options.signal;
  const controller = new AbortController();
  const { signal } = controller;
  const running = new Set<Promise<unknown>>();
  const errors: unknown[] = [];
  let cancelled = false;
  let over = false;
  let last: Promise<unknown> = Promise.resolve();

  const fail = (error: unknown) => {
    if (signal.aborted && error === signal.reason) return;
    errors.push(error);
    controller.abort();
  };
  const start = (work: () => Promise<any>, known = (_error: unknown) => false) => {
    const promise = work();
    const ended = promise.catch((error) => known(error) || fail(error)).then(() => running.delete(ended));
    running.add(ended);
    return promise;
  };
  const cancel = () => {
    cancelled = !signal.aborted;
    controller.abort(outer!.reason);
  };
  if (outer?.aborted) cancel();
  outer?.addEventListener("abort", cancel);

  const createTask = (task: Task) => {
    if (over) throw new Error("The group is over");
    if (!signal.aborted) {
      const before = last;
      const promise = start(async () => {
        await before;
        return task(signal);
      });
      last = promise.catch(() => {});
      return promise;
    }
    const refused = Promise.reject(signal.reason);
    refused.catch(() => {});
    return refused;
  };
  const result = start(
    () => body({ signal, createTask }),
    (error) => errors.includes(error),
  );
  while (running.size > 0) await Promise.all(running);
  over = true;
  outer?.removeEventListener("abort", cancel);
  if (cancelled) throw outer!.reason;
  if (errors.length > 0) throw new AggregateError(errors);
  return result;
}
