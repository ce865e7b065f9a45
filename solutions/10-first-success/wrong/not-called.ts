// fails: story (not-called); also: start, failure, all-fail, floating, apart

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return Promise.any(attempts) as Promise<never>;
}
