// fails: apart (shared-state)

let controllers: AbortController[] = [];

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  controllers = attempts.map(() => new AbortController());
  const winner = await Promise.any(
    attempts.map(async (attempt, index) => ({ index, value: await attempt(controllers[index]!.signal) })),
  );
  for (const [index, controller] of controllers.entries()) {
    if (index !== winner.index) controller.abort();
  }
  return winner.value;
}
