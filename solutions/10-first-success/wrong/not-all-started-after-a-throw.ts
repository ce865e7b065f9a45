// fails: throw (not-all-started)
// The `try` is around the loop: whoever throws ends it.

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const started: { controller: AbortController; promise: Promise<T> }[] = [];
  let controller = new AbortController();
  try {
    for (const attempt of attempts) {
      controller = new AbortController();
      started.push({ controller, promise: attempt(controller.signal) });
    }
  } catch (error) {
    started.push({ controller, promise: Promise.reject(error) });
  }
  const winner = await Promise.any(
    started.map(async ({ controller, promise }) => ({ controller, value: await promise })),
  );
  for (const { controller } of started) if (controller !== winner.controller) controller.abort();
  return winner.value;
}
