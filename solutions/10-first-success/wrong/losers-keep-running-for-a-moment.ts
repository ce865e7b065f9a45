// fails: abort (losers-keep-running)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const winner = await Promise.any(
    attempts.map(async (attempt, index) => ({ index, value: await attempt(controllers[index]!.signal) })),
  );
  setTimeout(() => {
    for (const [index, controller] of controllers.entries()) {
      if (index !== winner.index) controller.abort();
    }
  }, 10);
  return winner.value;
}
