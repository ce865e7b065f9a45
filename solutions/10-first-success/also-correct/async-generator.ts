// The outcomes one by one as they come, until one of them is a success.

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  const errors: unknown[] = [];
  for await (const { index, outcome } of outcomes(attempts, controllers)) {
    if (outcome.status === "rejected") {
      errors[index] = outcome.reason;
      continue;
    }
    for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
    return outcome.value;
  }
  throw new AggregateError(errors);
}

async function* outcomes<T>(
  attempts: Array<(signal: AbortSignal) => Promise<T>>,
  controllers: AbortController[],
): AsyncGenerator<{ index: number; outcome: PromiseSettledResult<T> }, void> {
  const running = new Map(
    attempts.map((attempt, index) => {
      const start = async () => attempt(controllers[index]!.signal);
      return [index, Promise.allSettled([start()]).then(([outcome]) => ({ index, outcome }))];
    }),
  );
  while (running.size > 0) {
    const next = await Promise.race(running.values());
    running.delete(next.index);
    yield next;
  }
}
