// A class as AnyIO's CancelScope, which a `using` leaves whatever happens.

class CancelScope {
  readonly #controller = new AbortController();
  readonly #reason = Symbol("time is up");
  readonly #timer: NodeJS.Timeout;
  readonly #outer: AbortSignal | undefined;

  constructor(ms: number, outer?: AbortSignal) {
    this.#outer = outer;
    this.#timer = setTimeout(this.cancel, ms);
    outer?.addEventListener("abort", this);
  }

  cancel = () => this.#controller.abort(this.#reason);

  handleEvent() {
    this.#controller.abort(this.#outer!.reason);
  }

  get signal() {
    return this.#controller.signal;
  }

  caught(error: unknown) {
    return error === this.#reason;
  }

  [Symbol.dispose]() {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener("abort", this);
  }
}

class TimeoutError extends Error {
  override get name() {
    return "TimeoutError";
  }
}

export async function failAfter<T>(
  ms: number,
  body: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  outer?.throwIfAborted();
  using scope = new CancelScope(ms, outer);
  try {
    return await body(scope.signal);
  } catch (error) {
    throw scope.caught(error) ? new TimeoutError() : error;
  }
}

export async function moveOnAfter<T>(
  ms: number,
  body: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<{ timedOut: true } | { timedOut: false; value: T }> {
  outer?.throwIfAborted();
  using scope = new CancelScope(ms, outer);
  try {
    return { timedOut: false, value: await body(scope.signal) };
  } catch (error) {
    if (!scope.caught(error)) throw error;
    return { timedOut: true };
  }
}
