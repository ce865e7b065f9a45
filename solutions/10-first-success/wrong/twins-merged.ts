// fails: apart (twins-merged)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = new Map(attempts.map((attempt) => [attempt, new AbortController()]));
  const winner = await Promise.any(
    Array.from(controllers, async ([attempt, { signal }]) => ({ attempt, value: await attempt(signal) })),
  );
  for (const [attempt, controller] of controllers) if (attempt !== winner.attempt) controller.abort();
  return winner.value;
}
