// fails: abort (aborts-too-early)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const others = (own: number) => controllers.filter((_, index) => index !== own);
  return Promise.any(
    attempts.map(async (attempt, index) => {
      try {
        return await attempt(controllers[index]!.signal);
      } finally {
        if (!controllers[index]!.signal.aborted) for (const controller of others(index)) controller.abort();
      }
    }),
  );
}
