// fails: create (sync-throw-escapes)

export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}

type Verdict = { type: "open" } | { type: "failed" } | { type: "cancelled"; reason: unknown };

class Group implements TaskGroup {
  #controller = new AbortController();
  #atWork = 0;
  #settled = false;
  #verdict: Verdict = { type: "open" };
  #failures: unknown[] = [];
  #closed = Promise.withResolvers<void>();

  get signal() {
    return this.#controller.signal;
  }

  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U> {
    if (this.#settled) throw new Error("The group has settled");
    if (this.signal.aborted) throw this.signal.reason;
    const promise = this.run(() => task(this.signal), false);
    promise.catch(() => {});
    return promise;
  }

  run<U>(work: () => Promise<U>, isBody: boolean): Promise<U> {
    this.#atWork++;
    const promise = work();
    promise.then(
      () => this.#leave(),
      (error) => {
        this.#failed(error, isBody);
        this.#leave();
      },
    );
    return promise;
  }

  #failed(error: unknown, isBody: boolean) {
    if (this.signal.aborted && Object.is(error, this.signal.reason)) return;
    if (isBody && this.#failures.some((other) => Object.is(other, error))) return;
    this.#failures.push(error);
    if (this.#verdict.type === "open") {
      this.#verdict = { type: "failed" };
      this.#controller.abort(new DOMException("Another task of the group has failed", "AbortError"));
    }
  }

  #leave() {
    if (--this.#atWork === 0) this.#closed.resolve();
  }

  cancel(reason: unknown) {
    if (this.#verdict.type !== "open") return;
    this.#verdict = { type: "cancelled", reason };
    this.#controller.abort(reason);
  }

  async close(): Promise<void> {
    await this.#closed.promise;
    this.#settled = true;
    if (this.#verdict.type === "cancelled") throw this.#verdict.reason;
    if (this.#verdict.type === "failed")
      throw new AggregateError(this.#failures, "Tasks of a group have failed");
  }
}

export async function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  options?: { signal?: AbortSignal },
): Promise<T> {
  const outer = options?.signal;
  outer?.throwIfAborted();
  const group = new Group();
  const listener = () => group.cancel(outer!.reason);
  outer?.addEventListener("abort", listener);
  try {
    const value = group.run(() => body(group), true);
    await group.close();
    return await value;
  } finally {
    outer?.removeEventListener("abort", listener);
  }
}
