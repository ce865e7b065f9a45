// Node's own timer waits and listens; only its error is not the reason.
import { setTimeout as sleep } from "node:timers/promises";

export interface RetryOptions {
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  jitter?: (ms: number) => number;
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
}

export async function retry<T>(
  operation: (attempt: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { attempts, baseMs, factor = 2, maxMs = Infinity, signal } = options;
  const { jitter = (ms: number) => ms, shouldRetry = () => true } = options;
  let wait = baseMs;
  let attempt = 0;
  while (true) {
    signal?.throwIfAborted();
    attempt += 1;
    let failure: { error: unknown };
    try {
      return await operation(attempt);
    } catch (error) {
      failure = { error };
    }
    if (attempt === attempts) throw failure.error;
    if (!shouldRetry(failure.error)) throw failure.error;
    const ms = jitter(Math.min(wait, maxMs));
    wait *= factor;
    try {
      await sleep(ms, undefined, signal ? { signal } : undefined);
    } catch {
      throw signal!.reason;
    }
  }
}
