// fails: story (not-called)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return Promise.any(attempts) as Promise<never>;
}
