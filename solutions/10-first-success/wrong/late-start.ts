// fails: start (late-start); also: story

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const winner = await Promise.any(
    attempts.map(async (attempt, index) => {
      // Happy eyeballs: each a little after the one before.
      if (index > 0) await new Promise((resolve) => setTimeout(resolve, 100 * index));
      return { index, value: await attempt(controllers[index]!.signal) };
    }),
  );
  for (const [index, controller] of controllers.entries()) {
    if (index !== winner.index) controller.abort();
  }
  return winner.value;
}
