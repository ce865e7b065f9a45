// fails: apart (shared-state)

export type RetryOptions = {
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  jitter?: (ms: number) => number;
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
};

export function retry<T>(operation: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  return shared(operation, () => attempts(operation, options));
}

async function attempts<T>(
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
    await sleep(jitter(Math.min(baseMs * factor ** (attempt - 1), maxMs)), signal);
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

const running = new Map<unknown, Promise<any>>();

/** Whoever comes with the same operation meanwhile gets the same promise. */
function shared<T>(key: unknown, act: () => Promise<T>): Promise<T> {
  const known = running.get(key);
  if (known) return known;
  const own = act();
  running.set(key, own);
  const forget = () => void running.delete(key);
  own.then(forget, forget);
  return own;
}
