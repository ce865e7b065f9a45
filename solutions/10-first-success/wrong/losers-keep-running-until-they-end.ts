// fails: abort (losers-keep-running)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const running = attempts.map(async (attempt, index) => ({
    index,
    value: await attempt(controllers[index]!.signal),
  }));
  const winner = await Promise.any(running);
  void Promise.allSettled(running).then(() => {
    for (const controller of controllers) if (controller !== controllers[winner.index]) controller.abort();
  });
  return winner.value;
}
