// fails: start (busy-wait); also: all-fail

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());

  let outcome: { index: number; value: T } | undefined;
  const errors: unknown[] = [];
  let left = attempts.length;
  attempts.forEach(async (attempt, index) => {
    try {
      const value = await attempt(controllers[index]!.signal);
      outcome ??= { index, value };
    } catch (error) {
      errors[index] = error;
      left -= 1;
    }
  });
  while (!outcome && left > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  if (!outcome) throw new AggregateError(errors);
  const winner = outcome;
  for (const [index, controller] of controllers.entries()) {
    if (index !== winner.index) controller.abort();
  }
  return winner.value;
}
