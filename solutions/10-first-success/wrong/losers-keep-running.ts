// fails: abort (losers-keep-running)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return Promise.any(attempts.map(async (attempt) => attempt(new AbortController().signal)));
}
