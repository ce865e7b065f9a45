// fails: all-fail (empty-hangs)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    const errors: unknown[] = [];
    let left = attempts.length;
    let over = false;
    attempts.forEach((attempt, index) => {
      Promise.try(attempt, controllers[index]!.signal).then(
        (value) => {
          if (over) return;
          over = true;
          resolve(value);
          for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
        },
        (error) => {
          errors[index] = error;
          if (--left === 0) reject(new AggregateError(errors));
        },
      );
    });
  });
}
