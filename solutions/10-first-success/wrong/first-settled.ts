// fails: story (first-settled); also: failure, all-fail

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const winner = await Promise.race(
    attempts.map(async (attempt, index) => ({ index, value: await attempt(controllers[index]!.signal) })),
  );
  for (const [index, controller] of controllers.entries()) {
    if (index !== winner.index) controller.abort();
  }
  return winner.value;
}
