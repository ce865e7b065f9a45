// fails: abort (watches-in-turn); also: errors

export async function withTaskGroup(
  body: (group: any) => Promise<any>,
  options: { signal?: AbortSignal } = {},
) {
  const controller = new AbortController();
  const { signal } = controller;
  const started: Promise<any>[] = [];
  const errors: unknown[] = [];
  let cancelled = false;
  let over = false;
  const cancel = () => {
    cancelled = !signal.aborted;
    controller.abort(options.signal!.reason);
  };
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener("abort", cancel);

  const add = (promise: Promise<any>) => {
    promise.catch(() => {});
    started.push(promise);
    return promise;
  };
  const createTask = (task: (signal: AbortSignal) => Promise<any>) => {
    if (over) throw new Error("The group is over");
    return add(signal.aborted ? Promise.reject(signal.reason) : task(signal));
  };
  const result = add(body({ signal, createTask }));
  for (const promise of started) {
    try {
      await promise;
    } catch (error) {
      if (errors.includes(error) || (signal.aborted && error === signal.reason)) continue;
      errors.push(error);
      controller.abort();
    }
  }
  over = true;
  options.signal?.removeEventListener("abort", cancel);
  if (cancelled) throw options.signal!.reason;
  if (errors.length > 0) throw new AggregateError(errors);
  return result;
}
