// fails: abort (winner-aborted)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  let winner = -1;
  const value = await Promise.any(
    attempts.map(async (attempt, index) => {
      const value = await attempt(controllers[index]!.signal);
      winner = index;
      return value;
    }),
  );
  controllers.forEach((c, i) => {
    if (i !== winner) c.abort();
  });
  return value;
}
