// fails: story (sequential-await); also: start

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const errors: unknown[] = [];
  for (const attempt of attempts) {
    try {
      return await attempt(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
  throw new AggregateError(errors);
}
