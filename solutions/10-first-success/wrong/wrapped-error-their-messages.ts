// fails: all-fail (wrapped-error)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const runs = attempts.map(async (attempt, index) => attempt(controllers[index]!.signal));
  try {
    const { value, index } = await Promise.any(runs.map(async (run, index) => ({ value: await run, index })));
    for (const [place, controller] of controllers.entries()) if (place !== index) controller.abort();
    return value;
  } catch (error) {
    const { errors } = error as AggregateError;
    throw new AggregateError(errors.map((each) => (each instanceof Error ? each.message : each)));
  }
}
