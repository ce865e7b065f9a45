// fails: abort (floating-rejection)
export interface RetryOptions {
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  jitter?: (ms: number) => number;
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
}

export function retry<T>(operation: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const { signal } = options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let settled = false;
    const finish = (settle: () => void) => {
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      settle();
    };
    const abort = () => finish(() => reject(signal!.reason));
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener("abort", abort, { once: true });

    const run = async (attempt: number) => {
      let error: unknown;
      try {
        const value = await operation(attempt);
        if (!settled) finish(() => resolve(value));
        return;
      } catch (thrown) {
        error = thrown;
      }
      if (settled) throw error;
      const again = attempt < options.attempts && (options.shouldRetry?.(error) ?? true);
      if (settled) return;
      if (!again) return finish(() => reject(error));
      let ms = options.baseMs * (options.factor ?? 2) ** (attempt - 1);
      if (options.maxMs !== undefined && ms > options.maxMs) ms = options.maxMs;
      if (options.jitter) ms = options.jitter(ms);
      // It may have aborted in there.
      if (!settled) timer = setTimeout(run, ms, attempt + 1);
    };
    void run(1);
  });
}
