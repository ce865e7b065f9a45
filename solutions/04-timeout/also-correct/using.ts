// The timer is a resource of the block: `using` clears it however the block is left.

class Deadline implements Disposable {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly passed: Promise<never>;

  constructor(ms: number) {
    const { promise, reject } = Promise.withResolvers<never>();
    // Nobody may be racing yet when the operation throws at once.
    promise.catch(() => {});
    this.passed = promise;
    this.#timer = setTimeout(() => {
      const error = new Error(`${ms} ms are over`);
      error.name = "TimeoutError";
      reject(error);
      this.#controller.abort(error);
    }, ms);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  using deadline = new Deadline(ms);
  return await Promise.race([deadline.passed, operation(deadline.signal)]);
}
