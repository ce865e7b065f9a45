// fails: story (forgotten-await); also: failure, abort, all-fail, throw, floating

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());

  const winner = attempts.map((attempt, index) => ({
    index,
    value: attempt(controllers[index]!.signal),
  }))[0]!;
  for (const [index, controller] of controllers.entries()) {
    if (index !== winner.index) controller.abort();
  }
  return { ...winner } as any;
}
