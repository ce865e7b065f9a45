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
  const { attempts, baseMs, jitter, shouldRetry, signal } = options;
  const factor = options.factor ?? 2;
  const maxMs = options.maxMs ?? Number.POSITIVE_INFINITY;

  const attempt = (number: number, ms: number): Promise<T> => {
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise<T>((resolve) => resolve(operation(number))).catch((error: unknown) => {
      const isOver = number === attempts || (shouldRetry !== undefined && !shouldRetry(error));
      if (isOver) throw error;
      if (signal?.aborted) throw signal.reason;
      const capped = Math.min(ms, maxMs);
      return pause(jitter ? jitter(capped) : capped, signal).then(() => attempt(number + 1, ms * factor));
    });
  };
  return attempt(1, baseMs);
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let wake = () => {};
  return new Promise<void>((resolve, reject) => {
    if (signal?.aborted) throw signal.reason;
    timer = setTimeout(resolve, ms);
    wake = () => reject(signal!.reason);
    signal?.addEventListener("abort", wake);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", wake);
  });
}
