// fails: story (input-order); also: failure, floating

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const runs = attempts.map(async (attempt, index) => attempt(controllers[index]!.signal));
  for (const run of runs) run.catch(() => {});
  const errors: unknown[] = [];
  for (const [index, run] of runs.entries()) {
    try {
      const value = await run;
      for (const [place, controller] of controllers.entries()) if (place !== index) controller.abort();
      return value;
    } catch (error) {
      errors.push(error);
    }
  }
  throw new AggregateError(errors);
}
