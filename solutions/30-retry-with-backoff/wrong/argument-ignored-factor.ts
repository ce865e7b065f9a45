// fails: backoff (argument-ignored); also: attempts, jitter
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
    await sleep(jitter(Math.min(baseMs * 2 ** (attempt - 1), maxMs)), signal);
  }
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
