// fails: story (wrong-format); also: failure, floating

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>) {
  const controllers = attempts.map(() => new AbortController());
  const runs = attempts.map(async (attempt, index) => attempt(controllers[index]!.signal));
  const winner = await Promise.any(runs.map(async (run, index) => ({ value: await run, index })));
  const { index } = winner;
  for (const [place, controller] of controllers.entries()) if (place !== index) controller.abort();
  return winner;
}
