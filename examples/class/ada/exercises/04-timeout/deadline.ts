/** An outcome that must come within `ms`: whoever is first, the answer or the clock, decides it. */
export class Deadline<T> {
  readonly #controller = new AbortController();
  readonly #outcome = Promise.withResolvers<T>();
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(ms: number) {
    this.#timer = setTimeout(() => {
      const error = new Error(`No answer within ${ms} ms`);
      error.name = "TimeoutError";
      this.#outcome.reject(error);
      this.#controller.abort(error);
    }, ms);
  }

  get outcome(): Promise<T> {
    return this.#outcome.promise;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  resolve = (value: T): void => {
    clearTimeout(this.#timer);
    this.#outcome.resolve(value);
  };

  reject = (reason: unknown): void => {
    clearTimeout(this.#timer);
    this.#outcome.reject(reason);
  };
}
