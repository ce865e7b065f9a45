// fails: all-fail (first-error-only)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    let left = attempts.length;
    let over = false;
    if (left === 0) reject(new AggregateError([]));
    attempts.forEach((attempt, index) => {
      Promise.try(attempt, controllers[index]!.signal).then(
        (value) => {
          if (over) return;
          over = true;
          resolve(value);
          for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
        },
        (error) => --left === 0 && reject(error),
      );
    });
  });
}
