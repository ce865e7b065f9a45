// As cockatiel: a policy of backoffs that know their successor, and results in place of exceptions. Who is aborted in the middle of
// an attempt is told what that attempt came to.

export interface RetryOptions {
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  jitter?: (ms: number) => number;
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
}

interface Backoff {
  readonly duration: number;
  next(): Backoff;
}

class ExponentialBackoff implements Backoff {
  readonly duration: number;
  private readonly raw: number;
  private readonly options: RetryOptions;

  constructor(options: RetryOptions, raw = options.baseMs) {
    this.options = options;
    this.raw = raw;
    this.duration = Math.min(raw, options.maxMs ?? Number.MAX_SAFE_INTEGER);
  }

  next(): Backoff {
    return new ExponentialBackoff(this.options, this.raw * (this.options.factor ?? 2));
  }
}

type Result<T> = { success: T } | { error: unknown };

async function execute<T>(fn: () => Promise<T>): Promise<Result<T>> {
  try {
    return { success: await fn() };
  } catch (error) {
    return { error };
  }
}

function delay(ms: number, signal: AbortSignal | undefined): Promise<"over" | "aborted"> {
  const { promise, resolve } = Promise.withResolvers<"over" | "aborted">();
  if (signal?.aborted) resolve("aborted");
  else {
    const stop = () => {
      clearTimeout(timer);
      resolve("aborted");
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve("over");
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  }
  return promise;
}

export async function retry<T>(
  operation: (attempt: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { signal, shouldRetry, jitter } = options;
  if (signal?.aborted) throw signal.reason;
  let backoff: Backoff = new ExponentialBackoff(options);
  for (let retries = 0; ; retries++) {
    const result = await execute(async () => operation(retries + 1));
    if ("success" in result) return result.success;
    const given = signal?.aborted || retries + 1 >= options.attempts;
    if (given || shouldRetry?.(result.error) === false) throw result.error;
    const { duration } = backoff;
    backoff = backoff.next();
    if ((await delay(jitter?.(duration) ?? duration, signal)) === "aborted") throw signal!.reason;
  }
}
