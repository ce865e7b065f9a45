// fails: start (signal-not-passed); also: abort

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const start = attempts as unknown as Array<() => Promise<T>>;
  return Promise.any(start.map(async (attempt) => attempt()));
}
