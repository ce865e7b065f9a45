// fails: story (timer-not-awaited); also: backoff, jitter, failure
export type RetryOptions = {
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  jitter?: (ms: number) => number;
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
};

export async function retry<T>(
  operation: (attempt: number) => Promise<T>,
  {
    attempts,
    baseMs,
    factor = 2,
    maxMs = Infinity,
    jitter = (ms) => ms,
    shouldRetry = () => true,
    signal,
  }: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await operation(attempt);
    } catch (error) {
      if (attempt >= attempts || !shouldRetry(error)) throw error;
    }
    signal?.throwIfAborted();
    const ms = jitter(Math.min(baseMs * factor ** (attempt - 1), maxMs));
    signal?.throwIfAborted();
    setTimeout(() => {}, ms);
  }
}
