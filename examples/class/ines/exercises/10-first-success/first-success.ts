export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const controllers = attempts.map(() => new AbortController());
  type Win = { index: number; value: T };
  const failures = Promise.all(
    attempts.map((attempt, index) =>
      new Promise<T>((resolve) => resolve(attempt(controllers[index]!.signal))).then(
        (value) => Promise.reject<unknown>({ index, value } satisfies Win),
        (error: unknown) => error,
      ),
    ),
  );
  return failures.then(
    (errors) => Promise.reject(new AggregateError(errors)),
    ({ index, value }: Win) => {
      for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
      return value;
    },
  );
}
