// The wait has a signal of its own, made of the caller's and of a controller that lets go of it.
import { once } from "node:events";

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
  const settings = {
    factor: 2,
    maxMs: Infinity,
    jitter: (ms: number) => ms,
    shouldRetry: (_: unknown) => true,
  };
  for (const key of Object.keys(settings) as (keyof typeof settings)[])
    if (options[key] !== undefined) Object.assign(settings, { [key]: options[key] });
  const { signal, attempts, baseMs } = options;
  const errors: unknown[] = [];
  signal?.throwIfAborted();
  while (errors.length < attempts) {
    try {
      return await operation(errors.length + 1);
    } catch (error) {
      errors.push(error);
      if (signal?.aborted) signal.throwIfAborted();
      if (!settings.shouldRetry(error)) break;
    }
    if (errors.length === attempts) break;
    const plain = Math.min(baseMs * settings.factor ** (errors.length - 1), settings.maxMs);
    await wait(settings.jitter(plain), signal);
  }
  throw errors.at(-1);
}

async function wait(ms: number, signal = new AbortController().signal): Promise<void> {
  signal.throwIfAborted();
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const timer = setTimeout(() => over.abort(), ms);
  await once(either, "abort");
  clearTimeout(timer);
  signal.throwIfAborted();
}
