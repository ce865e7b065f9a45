// fails: all-fail (bad-input-accepted)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  if (attempts.length === 0) {
    return undefined as T; // nothing to do
  }
  const controllers = new Map<number, AbortController>();
  for (const index of attempts.keys()) controllers.set(index, new AbortController());

  const tasks = attempts.map(async (attempt, index) => {
    const value = await attempt(controllers.get(index)!.signal);
    return [index, value] as const;
  });
  const [winner, value] = await Promise.any(tasks);
  controllers.delete(winner);
  for (const controller of controllers.values()) controller.abort();
  return value;
}
