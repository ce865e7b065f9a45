// A stack of things to undo: leaving the block aborts whoever is still on it.

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  using losers = new DisposableStack();
  let winner: AbortController | undefined;
  return await Promise.any(
    attempts.map(async (attempt) => {
      const controller = new AbortController();
      losers.defer(() => {
        if (controller !== winner) controller.abort();
      });
      const value = await attempt(controller.signal);
      winner ??= controller;
      return value;
    }),
  );
}
