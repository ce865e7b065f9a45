// fails: story (waits-for-all); also: failure, floating

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const results = await Promise.allSettled(
    attempts.map(async (attempt, index) => ({ index, value: await attempt(controllers[index]!.signal) })),
  );
  const wins = results.filter((result) => result.status === "fulfilled");
  if (wins.length === 0)
    throw new AggregateError(results.map((result) => (result as PromiseRejectedResult).reason));
  const winner = wins[0]!.value;
  for (const [index, controller] of controllers.entries()) {
    if (index !== winner.index) controller.abort();
  }
  return winner.value;
}
