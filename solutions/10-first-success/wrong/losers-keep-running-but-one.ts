// fails: abort (losers-keep-running)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const winner = await Promise.any(
    attempts.map(async (attempt, index) => ({ index, value: await attempt(controllers[index]!.signal) })),
  );
  // Those before it, it thinks, must have failed.
  for (const controller of controllers.slice(winner.index + 1)) controller.abort();
  return winner.value;
}
