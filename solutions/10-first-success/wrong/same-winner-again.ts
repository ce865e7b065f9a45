// fails: story (same-winner-again); also: failure, all-fail
// After a failure all are raced once more, the one that failed among them.

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const failures: unknown[] = [];
  const racers = attempts.map(async (attempt, index) => {
    try {
      return { index, value: await attempt(controllers[index]!.signal) };
    } catch (error) {
      failures[index] = error;
      throw error;
    }
  });
  for (const _ of attempts) {
    try {
      const { index, value } = await Promise.race(racers);
      for (const [other, controller] of controllers.entries()) if (other !== index) controller.abort();
      return value;
    } catch {
      // The others go on.
    }
  }
  throw new AggregateError(failures);
}
