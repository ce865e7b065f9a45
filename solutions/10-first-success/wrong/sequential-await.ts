// fails: takes the first success, at 1000 ms (sequential-await)

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
