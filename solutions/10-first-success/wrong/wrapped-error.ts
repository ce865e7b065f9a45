// fails: all-fail (wrapped-error)
type Attempt<T> = (signal: AbortSignal) => Promise<T>;

export async function firstSuccess<T>(attempts: Array<Attempt<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const winner = await Promise.any(
    attempts.map(async (attempt, index) => {
      try {
        return { index, value: await attempt(controllers[index]!.signal) };
      } catch (error) {
        throw error instanceof Error ? error : new Error(String(error));
      }
    }),
  );
  for (const [index, controller] of controllers.entries()) if (index !== winner.index) controller.abort();
  return winner.value;
}
