// fails: apart (twins-merged)
type Attempt<T> = (signal: AbortSignal) => Promise<T>;

export async function firstSuccess<T>(attempts: Array<Attempt<T>>): Promise<T> {
  const controllers = new Map(attempts.map((attempt) => [attempt, new AbortController()]));
  const winner = await Promise.any(
    attempts.map(async (attempt) => ({
      attempt,
      value: await attempt(controllers.get(attempt)!.signal),
    })),
  );
  for (const [attempt, controller] of controllers) if (attempt !== winner.attempt) controller.abort();
  return winner.value;
}
