// A generator gives the waits, and ends where there is no further attempt; a race is between what goes on and the signal.

export interface RetryOptions {
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  jitter?: (ms: number) => number;
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
}

function* delays({ attempts, baseMs, factor = 2, maxMs = Infinity, jitter = (ms) => ms }: RetryOptions) {
  for (let attempt = 1, raw = baseMs; attempt < attempts; attempt++, raw *= factor)
    yield jitter(raw > maxMs ? maxMs : raw);
}

export async function retry<T>(
  operation: (attempt: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { signal } = options;
  const waits = delays(options);
  const abort = Promise.withResolvers<never>();
  abort.promise.catch(() => {});
  const onAbort = () => abort.reject(signal!.reason);
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (let attempt = 1; ; attempt++) {
      if (signal?.aborted) throw signal.reason;
      const own = (async () => operation(attempt))();
      const end = await Promise.race([
        abort.promise,
        own.then(
          (value) => ({ ok: true as const, value }),
          (error: unknown) => ({ ok: false as const, error }),
        ),
      ]);
      if (end.ok) return end.value;
      if (options.shouldRetry && !options.shouldRetry(end.error)) throw end.error;
      const wait = waits.next();
      if (wait.done) throw end.error;
      if (signal?.aborted) throw signal.reason;
      const pause = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, wait.value);
      });
      await Promise.race([abort.promise, pause]);
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
    waits.return(undefined);
  }
}
