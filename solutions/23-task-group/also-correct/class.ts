// A class with everything private, a subclass of AggregateError, and a stack of what is to be undone.

export interface TaskGroup {
  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U>;
  readonly signal: AbortSignal;
}

class ExceptionGroup extends AggregateError {}

type End = { kind: "failed" } | { kind: "cancelled"; reason: unknown };

class Group implements TaskGroup {
  readonly #controller = new AbortController();
  readonly #failures: unknown[] = [];
  readonly #idle = Promise.withResolvers<void>();
  #count = 0;
  #closed = false;
  #end: End | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  createTask<U>(task: (signal: AbortSignal) => Promise<U>): Promise<U> {
    return this.#closed ? Promise.reject(new Error("closed")) : this.#run(() => task(this.signal));
  }

  cancel(reason: unknown): void {
    this.#stop({ kind: "cancelled", reason }, reason);
  }

  async join<T>(body: (group: TaskGroup) => Promise<T>): Promise<T> {
    this.#count++;
    const [outcome] = await Promise.allSettled([body(this)]);
    if (outcome.status === "rejected" && !this.#failures.includes(outcome.reason)) this.#fail(outcome.reason);
    this.#leave();
    await this.#idle.promise;
    this.#closed = true;
    if (this.#end?.kind === "cancelled") throw this.#end.reason;
    if (this.#end?.kind === "failed")
      throw new ExceptionGroup(this.#failures, "unhandled errors in a TaskGroup");
    return (outcome as PromiseFulfilledResult<T>).value;
  }

  #run<U>(work: () => Promise<U>): Promise<U> {
    const promise = this.signal.aborted ? Promise.reject<U>(this.signal.reason) : this.#watched(work());
    promise.catch(() => {});
    return promise;
  }

  async #watched<U>(promise: Promise<U>): Promise<U> {
    this.#count++;
    try {
      return await promise;
    } catch (error) {
      this.#fail(error);
      throw error;
    } finally {
      this.#leave();
    }
  }

  #fail(error: unknown): void {
    if (this.#end && error === this.signal.reason) return;
    this.#failures.push(error);
    this.#stop({ kind: "failed" }, error);
  }

  #stop(end: End, reason: unknown): void {
    if (this.#end) return;
    this.#end = end;
    this.#controller.abort(reason);
  }

  #leave(): void {
    if (--this.#count === 0) this.#idle.resolve();
  }
}

export async function withTaskGroup<T>(
  body: (group: TaskGroup) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const group = new Group();
  const { signal } = options;
  using stack = new DisposableStack();
  if (signal) {
    const cancel = () => group.cancel(signal.reason);
    signal.addEventListener("abort", cancel);
    stack.defer(() => signal.removeEventListener("abort", cancel));
    if (signal.aborted) cancel();
  }
  return await group.join(body);
}
