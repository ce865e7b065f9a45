// fails: all-fail (gives-up)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const all = Promise.any(
    attempts.map(async (attempt, index) => ({ index, value: await attempt(controllers[index]!.signal) })),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("nobody came")), 30_000);
  });
  try {
    const winner = await Promise.race(attempts.length > 0 ? [all, tooLong] : [all]);
    for (const [index, controller] of controllers.entries()) if (index !== winner.index) controller.abort();
    return winner.value;
  } finally {
    clearTimeout(timer);
  }
}
