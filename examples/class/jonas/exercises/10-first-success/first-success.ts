export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const running = attempts.map((attempt) => {
    const controller = new AbortController();
    const start = async () => ({ controller, value: await attempt(controller.signal) });
    return { controller, outcome: start() };
  });
  const winner = await Promise.any(running.map(({ outcome }) => outcome));
  for (const { controller } of running) {
    if (controller !== winner.controller) controller.abort();
  }
  return winner.value;
}
