// fails: throw (sync-throw-escapes)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const winner = await Promise.any(
    attempts.map((attempt, index) => attempt(controllers[index]!.signal).then((value) => ({ index, value }))),
  );
  for (const [index, controller] of controllers.entries()) {
    if (index !== winner.index) controller.abort();
  }
  return winner.value;
}
