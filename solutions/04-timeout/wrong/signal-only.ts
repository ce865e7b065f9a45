// fails: story (signal-only); also: regardless

export function fetchWithTimeout<T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> {
  return Promise.try(operation, AbortSignal.timeout(ms));
}
