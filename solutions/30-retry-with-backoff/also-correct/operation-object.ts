// As node-retry and async-retry: all waits are worked out beforehand, and an object with callbacks takes them one by one.

export interface RetryOptions {
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  jitter?: (ms: number) => number;
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
}

class Operation {
  #attempts = 0;
  #fn: (attempt: number) => void = () => {};
  readonly #timeouts: number[];
  readonly #stop: (reason: unknown) => void;
  readonly #signal: AbortSignal | undefined;

  constructor(timeouts: number[], stop: (reason: unknown) => void, signal: AbortSignal | undefined) {
    this.#timeouts = timeouts;
    this.#stop = stop;
    this.#signal = signal;
  }

  attempt(fn: (attempt: number) => void) {
    this.#fn = fn;
    this.#attempts++;
    fn(this.#attempts);
  }

  /** Whether there is another one. */
  retry(change: (ms: number) => number): boolean {
    const timeout = this.#timeouts.shift();
    if (timeout === undefined) return false;
    const ms = change(timeout);
    const signal = this.#signal;
    if (signal?.aborted) {
      this.#stop(signal.reason);
      return true;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      controller.abort();
      this.#attempts++;
      this.#fn(this.#attempts);
    }, ms);
    const stop = () => {
      clearTimeout(timer);
      this.#stop(signal!.reason);
    };
    signal?.addEventListener("abort", stop, { once: true, signal: controller.signal });
    return true;
  }
}

function createTimeout(attempt: number, { baseMs, factor = 2, maxMs = Infinity }: RetryOptions): number {
  return Math.min(baseMs * factor ** attempt, maxMs);
}

export function retry<T>(fn: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const { signal, jitter, shouldRetry } = options;
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const timeouts = Array.from({ length: options.attempts - 1 }, (_, index) =>
      createTimeout(index, options),
    );
    const operation = new Operation(timeouts, reject, signal);

    async function runAttempt(num: number) {
      try {
        resolve(await fn(num));
      } catch (error) {
        onError(error);
      }
    }

    function onError(error: unknown) {
      if (timeouts.length === 0 || (shouldRetry && !shouldRetry(error))) {
        reject(error);
        return;
      }
      operation.retry((ms) => (jitter ? jitter(ms) : ms));
    }

    operation.attempt(runAttempt);
  });
}
