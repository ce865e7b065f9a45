// A generator waits, and a small driver runs it. Each task has a controller of its own, and all are aborted alike.

export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}

function drive<R>(steps: Generator<Promise<unknown>, R, void>): Promise<R> {
  const next = (): Promise<R> => {
    const { done, value } = steps.next();
    return done ? Promise.resolve(value) : value.then(next);
  };
  return next();
}

export async function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  options?: { signal?: AbortSignal },
): Promise<T> {
  const controllers = new Set([new AbortController()]);
  const [{ signal }] = controllers as unknown as [AbortController];
  const settled: PromiseSettledResult<unknown>[] = [];
  const queue: Promise<void>[] = [];
  const outer = options?.signal;
  let fate: { reason: unknown; failed: boolean } | undefined;
  let over = false;

  const stop = (reason: unknown, failed: boolean) => {
    if (fate) return;
    fate = { reason, failed };
    for (const each of controllers) each.abort(reason);
  };
  const enlist = (work: Promise<unknown>, own?: AbortController) => {
    const report = async () => {
      const [result] = await Promise.allSettled([work]);
      if (own) controllers.delete(own);
      const isKnown =
        result.status === "rejected" &&
        settled.some((one) => one.status === "rejected" && one.reason === result.reason);
      const isAnswer = fate && result.status === "rejected" && result.reason === fate.reason;
      if (result.status === "fulfilled" || isAnswer || (isKnown && !own)) return;
      settled.push(result);
      stop(new DOMException("A task has failed", "AbortError"), true);
    };
    queue.push(report());
  };
  const cancel = () => stop(outer!.reason, false);

  function* steps() {
    for (let index = 0; index < queue.length; index++) yield queue[index]!;
    over = true;
  }

  if (outer?.aborted) cancel();
  outer?.addEventListener("abort", cancel);
  const result = body({
    signal,
    createTask(task) {
      if (over) throw new Error("over");
      const own = new AbortController();
      controllers.add(own);
      const promise = fate ? Promise.reject(fate.reason) : task(own.signal);
      if (fate) promise.catch(() => {});
      else enlist(promise, own);
      return promise;
    },
  });
  enlist(result);
  await drive(steps());
  outer?.removeEventListener("abort", cancel);
  const end = fate as { reason: unknown; failed: boolean } | undefined;
  if (end?.failed === false) throw end.reason;
  if (end) throw new AggregateError(settled.map((one) => (one as PromiseRejectedResult).reason));
  return result;
}
