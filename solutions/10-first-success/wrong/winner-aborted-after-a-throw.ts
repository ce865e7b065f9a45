// fails: abort (winner-aborted)

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const running: Promise<{ value: T; index: number }>[] = [];
  const controllers: AbortController[] = [];
  const errors: unknown[] = [];
  attempts.forEach((attempt, index) => {
    const controller = new AbortController();
    try {
      const promise = attempt(controller.signal);
      controllers.push(controller);
      running.push(promise.then((value) => ({ value, index })));
    } catch (error) {
      running.push(Promise.reject(error));
    }
  });
  const { value, index } = await Promise.any(running);
  controllers.forEach((c, i) => {
    if (i !== index) c.abort();
  });
  return value;
}
