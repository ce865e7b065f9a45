// fails: abort (winner-aborted)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());

  return Promise.any(
    attempts.map(async (attempt, index) => {
      const value = await attempt(controllers[index]!.signal);
      // A loser that succeeds later comes here too, and aborts the winner.
      for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
      return value;
    }),
  );
}
