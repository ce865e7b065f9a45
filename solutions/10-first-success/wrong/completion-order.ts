// fails: all-fail (completion-order)

export function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    const controllers = attempts.map(() => new AbortController());
    const errors: unknown[] = [];
    let over = false;
    if (attempts.length === 0) reject(new AggregateError(errors));
    attempts.forEach((attempt, index) => {
      Promise.try(attempt, controllers[index]!.signal).then(
        (value) => {
          if (over) return;
          over = true;
          resolve(value);
          for (const controller of controllers) if (controller !== controllers[index]) controller.abort();
        },
        (error) => {
          errors.push(error);
          if (errors.length === attempts.length) reject(new AggregateError(errors));
        },
      );
    });
  });
}
